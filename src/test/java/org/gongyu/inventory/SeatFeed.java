package org.gongyu.inventory;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who watches seats by server-sent events.
 */
final class SeatFeed implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT = new ParameterizedTypeReference<>() {
	};

	private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();

	private final Disposable connection;

	SeatFeed(String address) {
		this.connection = WebClient.create(address)
			.get()
			.retrieve()
			.bodyToFlux(EVENT)
			.mapNotNull(ServerSentEvent::data)
			.subscribe(data -> this.events.add(JSON.readTree(data)));
	}

	/**
	 * The next event, which must come soon.
	 */
	JsonNode next(Duration soon) throws InterruptedException {
		JsonNode event = this.events.poll(soon.toMillis(), TimeUnit.MILLISECONDS);
		assertThat(event).as("an event within %s", soon).isNotNull();
		return event;
	}

	/**
	 * Reads on until the slot's first pool has so many seats left, which must come soon.
	 */
	void expect(String slot, int remaining, Duration soon) throws InterruptedException {
		long end = System.nanoTime() + soon.toNanos();
		JsonNode event = next(soon);
		while (!event.path("slot").asString().equals(slot)
				|| event.path("pools").get(0).path("remaining").asInt() != remaining) {
			event = next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
		}
	}

	boolean isSilent() {
		return this.events.isEmpty();
	}

	@Override
	public void close() {
		this.connection.dispose();
	}

}
