package org.gongyu.platform;

import java.time.Duration;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.codec.ServerSentEvent;

/**
 * Events that thousands hear at once: each is written as JSON once, however many listen,
 * for as long as somebody still holds what it is about.
 *
 * @param <T> what an event is about
 */
public final class SharedEvents<T> {

	private static final Duration HEARTBEAT = Duration.ofSeconds(20);

	private static final ServerSentEvent<String> BEAT = ServerSentEvent.<String>builder().comment("").build();

	private final Cache<T, ServerSentEvent<String>> written = Caffeine.newBuilder()
		.weakKeys()
		.executor(Runnable::run)
		.build();

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
	 * The events of the values, and a sign of life now and then; each listener at its own
	 * time, so that a slow one keeps none from it.
	 */
	public Flux<ServerSentEvent<String>> of(Flux<T> values) {
		return Flux.merge(values.map(value -> this.written.get(value, this::write)),
				Flux.interval(HEARTBEAT).onBackpressureDrop().map(beat -> BEAT));
	}

	private ServerSentEvent<String> write(T value) {
		ServerSentEvent.Builder<String> event = ServerSentEvent
			.<String>builder(this.json.writeValueAsString(this.told.apply(value)))
			.event(this.name);
		String id = this.id.apply(value);
		return ((id != null) ? event.id(id) : event).build();
	}

}
