package org.gongyu.platform;

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

	Outbox(OutboxRows rows, JsonMapper json) {
		this.rows = rows;
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
