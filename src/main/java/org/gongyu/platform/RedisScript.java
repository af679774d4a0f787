package org.gongyu.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;

/**
 * One Lua script, called by its digest; a Redis that does not know it yet (restart,
 * flush, failover) is sent the text. A caller that goes away never cancels a script that
 * is under way.
 */
public final class RedisScript {

	private final RedisConnections connections;

	private final byte[] text;

	private final String digest;

	/**
	 * @param parts the resources that make up the script, in order: shared functions
	 * first
	 */
	public RedisScript(RedisConnections connections, Resource... parts) {
		this.connections = connections;
		StringBuilder whole = new StringBuilder();
		for (Resource part : parts) {
			whole.append(read(part)).append('\n');
		}
		this.text = whole.toString().getBytes(StandardCharsets.UTF_8);
		this.digest = digest(this.text);
	}

	/**
	 * Runs the script on the shard of its keys.
	 * @return the reply as the script gave it: numbers as {@code Long}, strings as
	 * {@code byte[]}
	 */
	public Mono<List<Object>> run(byte[][] keys, byte[]... args) {
		return Mono
			.fromFuture(() -> this.connections.commands()
				.<List<Object>>evalsha(this.digest, ScriptOutputType.MULTI, keys, args)
				.toCompletableFuture(), true)
			.onErrorResume(RedisNoScriptException.class, ex -> send(this.connections.commands(), keys, args));
	}

	private Mono<List<Object>> send(RedisClusterAsyncCommands<byte[], byte[]> commands, byte[][] keys, byte[][] args) {
		return Mono.fromFuture(
				() -> commands.<List<Object>>eval(this.text, ScriptOutputType.MULTI, keys, args).toCompletableFuture(),
				true);
	}

	private static String read(Resource part) {
		try {
			return part.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String digest(byte[] text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
