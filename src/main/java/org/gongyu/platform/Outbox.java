package org.gongyu.platform;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Takes the facts that later modules are told, in the transaction of the change that they
 * tell.
 */
@Component
public class Outbox {

	private final OutboxRows rows;

	private final JsonMapper json;

	private final Sinks.Many<Boolean> nudges = Sinks.many().multicast().directBestEffort();

	private final int page;

	Outbox(OutboxRows rows, JsonMapper json, HubProperties properties) {
		this.rows = rows;
		this.page = properties.maxPageSize();
		this.json = json;
	}

	/**
	 * Writes the fact into the outbox of the running transaction. SQL functions call
	 * {@code outbox_append} instead.
	 */
	public Mono<Void> append(Fact fact) {
		return this.rows.append(fact.key(), fact.getClass().getSimpleName(), this.json.writeValueAsString(fact));
	}

	/**
	 * The newest deliveries that were given up.
	 */
	Mono<List<OutboxRows.DeadLetter>> deadLetters() {
		return this.rows.deadLetters(this.page).collectList();
	}

	/**
	 * Has a dead letter delivered once more, with all its attempts.
	 */
	Mono<Void> revive(long id, String handler) {
		return this.rows.revive(id, handler).doOnNext(revived -> nudge()).then();
	}

	/**
	 * Says that facts were committed, so that they are delivered now and not at the next
	 * poll. A nudge may be lost; that costs delay only.
	 */
	public void nudge() {
		this.nudges.tryEmitNext(true);
	}

	Flux<Boolean> nudges() {
		return this.nudges.asFlux();
	}

}
