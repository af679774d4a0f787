package org.gongyu.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Server-sent events (HTML Standard §9.2) that thousands hear at once: the bytes of each
 * are made once, however many listen, for as long as somebody still holds what it is
 * about.
 *
 * @param <T> what an event is about
 */
public final class SharedEvents<T> {

	private static final Duration HEARTBEAT = Duration.ofSeconds(20);

	private static final ByteBuffer BEAT = bytes(":\n\n");

	private record Heard(Object about, Executor loop) {
	}

	private final Map<Heard, Flux<ByteBuffer>> heard = new ConcurrentHashMap<>();

	private final Cache<T, ByteBuffer> written = Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

	private final JsonMapper json;

	private final String name;

	private final Function<? super T, ?> told;

	private final Function<? super T, @Nullable String> id;

	/**
	 * @param name of the events
	 * @param told what is told, as JSON
	 * @param id of an event; null for none
	 */
	public SharedEvents(JsonMapper json, String name, Function<? super T, ?> told,
			Function<? super T, @Nullable String> id) {
		this.json = json;
		this.name = name;
		this.told = told;
		this.id = id;
	}

	/**
	 * The events of the values, for one listener. All who hear of the same thing on the
	 * same event loop share one subscription on that loop, so that telling them takes no
	 * hop between threads for each. Who is slow hears the newest only.
	 * @param about what the values are about
	 */
	public Flux<ByteBuffer> of(Object about, Flux<T> values, ServerHttpResponse response) {
		return of(about, values, loop(response));
	}

	Flux<ByteBuffer> of(Object about, Flux<T> values, Executor loop) {
		return Flux.defer(() -> this.heard.computeIfAbsent(new Heard(about, loop), key -> shared(key, values)))
			.onBackpressureLatest();
	}

	private Flux<ByteBuffer> shared(Heard key, Flux<T> values) {
		return values.map(value -> this.written.get(value, this::write))
			.publishOn(Schedulers.fromExecutor(key.loop()))
			.doFinally(end -> this.heard.remove(key))
			.replay(1)
			.refCount(1);
	}

	private static Executor loop(ServerHttpResponse response) {
		Object sent = ServerHttpResponseDecorator.getNativeResponse(response);
		return (sent instanceof Connection connection) ? connection.channel().eventLoop() : Runnable::run;
	}

	/**
	 * Sends the events, and a sign of life now and then, until the listener leaves. Each
	 * listener has its own time, so that not all are told at once that there is nothing.
	 */
	public static Mono<Void> send(Flux<ByteBuffer> events, ServerHttpResponse response) {
		response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
		DataBufferFactory buffers = response.bufferFactory();
		Flux<ByteBuffer> beats = Flux.interval(HEARTBEAT).onBackpressureDrop().map(beat -> BEAT);
		return response
			.writeAndFlushWith(Flux.merge(events, beats).map(event -> Mono.just(buffers.wrap(event.duplicate()))));
	}

	private ByteBuffer write(T value) {
		String id = this.id.apply(value);
		return bytes(((id != null) ? "id:" + id + "\n" : "") + "event:" + this.name + "\ndata:"
				+ this.json.writeValueAsString(this.told.apply(value)) + "\n\n");
	}

	/** Outside the heap, where sockets read without a copy. */
	private static ByteBuffer bytes(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
	}

}
