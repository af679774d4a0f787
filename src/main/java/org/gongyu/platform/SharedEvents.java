package org.gongyu.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;

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
	 * Sends the events of the values, and a sign of life now and then, until the listener
	 * leaves.
	 */
	public Mono<Void> send(Flux<T> values, ServerHttpResponse response) {
		response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
		DataBufferFactory buffers = response.bufferFactory();
		return response.writeAndFlushWith(of(values).map(event -> Mono.just(buffers.wrap(event.duplicate()))));
	}

	/** Each listener has its own time, so that a slow one keeps none from it. */
	Flux<ByteBuffer> of(Flux<T> values) {
		return Flux.merge(values.map(value -> this.written.get(value, this::write)),
				Flux.interval(HEARTBEAT).onBackpressureDrop().map(beat -> BEAT));
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
