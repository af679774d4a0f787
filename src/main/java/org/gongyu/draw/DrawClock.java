package org.gongyu.draw;

import java.time.Clock;
import java.time.Duration;

import org.gongyu.platform.Detached;
import org.gongyu.platform.Jobs;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Holds the draws whose time is over, and forgets later who had entered.
 */
@Component
class DrawClock {

	private static final Duration FORGET = Duration.ofMinutes(10);

	private static final int BATCH = 5000;

	private final DrawRows rows;

	private final Draws draws;

	private final EntryRows entries;

	private final Jobs jobs;

	private final Detached detached;

	private final Clock clock;

	private final DrawProperties properties;

	DrawClock(DrawRows rows, Draws draws, EntryRows entries, Jobs jobs, Detached detached, Clock clock,
			DrawProperties properties) {
		this.rows = rows;
		this.draws = draws;
		this.entries = entries;
		this.jobs = jobs;
		this.detached = detached;
		this.clock = clock;
		this.properties = properties;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.detached.on("draws", Flux.interval(this.properties.look()), this::round);
		this.jobs.every(FORGET, "draw-entries", this::forget);
	}

	private Mono<Long> forget() {
		return this.entries.forgetBefore(this.clock.instant().minus(this.properties.remembered()), BATCH);
	}

	/** One that cannot be held does not keep the others from it. */
	private Mono<Void> round() {
		return this.rows.due(this.clock.instant().minus(this.properties.grace()), this.properties.atOnce())
			.collectList()
			.flatMapMany(Flux::fromIterable)
			.concatMapDelayError(this.draws::hold)
			.then();
	}

}
