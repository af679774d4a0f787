package org.gongyu.waitlist;

import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.Detached;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks after the waitlist from time to time: offers lapse, holds expire, slots begin,
 * and nobody tells.
 */
@Component
class WaitlistClock {

	private static final int AT_ONCE = 4;

	private final SeatOffers offers;

	private final Serving serving;

	private final SeatInventory inventory;

	private final Detached detached;

	private final WaitlistProperties properties;

	WaitlistClock(SeatOffers offers, Serving serving, SeatInventory inventory, Detached detached,
			WaitlistProperties properties) {
		this.offers = offers;
		this.serving = serving;
		this.inventory = inventory;
		this.detached = detached;
		this.properties = properties;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.detached.on("waitlist", Flux.interval(this.properties.look()), this::round);
	}

	private Mono<Void> round() {
		return this.offers.lapse(this.properties.slots())
			.thenMany(Flux.defer(() -> this.inventory.queued(this.properties.slots())))
			.collectList()
			.flatMapMany(Flux::fromIterable)
			.flatMap(slot -> this.serving.serve(slot).onErrorComplete(), AT_ONCE)
			.then();
	}

}
