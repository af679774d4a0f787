package org.gongyu.inventory;

import java.time.Clock;
import java.time.Duration;

import org.gongyu.platform.Detached;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the batches of seats whose time has come. Any node may; each counts once.
 */
@Component
class BatchClock {

	private static final Duration LOOK = Duration.ofMillis(250);

	private static final int AT_ONCE = 100;

	private final SeatRows rows;

	private final SeatInventory inventory;

	private final Detached detached;

	private final Clock clock;

	BatchClock(SeatRows rows, SeatInventory inventory, Detached detached, Clock clock) {
		this.rows = rows;
		this.inventory = inventory;
		this.detached = detached;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.detached.on("batches", Flux.interval(LOOK), this::round);
	}

	private Mono<Void> round() {
		return this.rows.batchesDue(this.clock.instant(), AT_ONCE)
			.collectList()
			.flatMapMany(Flux::fromIterable)
			.concatMapDelayError(
					slot -> this.rows.openBatches(slot).flatMap(numbers -> this.inventory.settle(slot, numbers)))
			.then();
	}

}
