package org.gongyu.waitlist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatHold;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Outbox;
import org.gongyu.platform.RandomSource;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Serves who waits for a slot: looks at what is free, and offers it in turn until nothing
 * is left to do. Any node may serve any slot at any time; the ledger decides under the
 * slot's lock, and of two that come to the same party one is told no.
 */
@Component
class Serving {

	private static final int ROUNDS = 100;

	private final WaitlistRows rows;

	private final SeatOfferRows offers;

	private final Slots slots;

	private final SeatInventory inventory;

	private final OfferTime time;

	private final Outbox outbox;

	private final Detached detached;

	private final RandomSource random;

	private final Clock clock;

	private final WaitlistProperties properties;

	private final Set<UUID> planned = ConcurrentHashMap.newKeySet();

	Serving(WaitlistRows rows, SeatOfferRows offers, Slots slots, SeatInventory inventory, OfferTime time,
			Outbox outbox, Detached detached, RandomSource random, Clock clock, WaitlistProperties properties) {
		this.rows = rows;
		this.offers = offers;
		this.slots = slots;
		this.inventory = inventory;
		this.time = time;
		this.outbox = outbox;
		this.detached = detached;
		this.random = random;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * Serves the slot without having anybody wait for it; asked for twice, once is
	 * enough.
	 */
	void soon(UUID slot) {
		if (this.planned.add(slot)) {
			this.detached.start("serve", Mono.defer(() -> {
				this.planned.remove(slot);
				return serve(slot);
			}));
		}
	}

	/**
	 * Serves the slot until nothing is left to do.
	 */
	Mono<Void> serve(UUID slot) {
		return this.slots.current(slot).flatMap(offer -> ended(offer) ? end(slot) : serve(offer, ROUNDS));
	}

	private boolean ended(SlotOffer offer) {
		return offer.slot().state() != PublicationState.PUBLISHED
				|| !this.clock.instant().isBefore(offer.slot().startsAt());
	}

	/** Nothing is left to wait for there. */
	private Mono<Void> end(UUID slot) {
		return this.rows.waiting(slot, this.properties.most())
			.concatMap(party -> this.rows.leave(party.id(), List.of(slot), WaitingParty.State.OVER))
			.concatMap(told -> this.inventory.settle(told.slot(), told.numbers()))
			.then(Mono.defer(() -> forget(slot)));
	}

	/**
	 * Nobody waits there any more: a party that waited for several slots got its seats
	 * elsewhere.
	 */
	private Mono<Void> forget(UUID slot) {
		return this.rows.noteQueue(slot).flatMap(numbers -> this.inventory.settle(slot, numbers));
	}

	private Mono<Void> serve(SlotOffer offer, int rounds) {
		return Mono
			.zip(this.inventory.availability(offer.slot().id()),
					this.rows.waiting(offer.slot().id(), this.properties.most()).collectList())
			.flatMap(seen -> turn(offer, seen.getT1(), seen.getT2()))
			.flatMap(again -> (again && rounds > 1) ? serve(offer, rounds - 1) : Mono.empty());
	}

	private boolean released(Availability count) {
		Instant now = this.clock.instant();
		return count.pools().stream().anyMatch(pool -> pool.pool() == Pool.PUBLIC && !pool.releasedAt().isAfter(now));
	}

	/** True when another look is worth it. */
	private Mono<Boolean> turn(SlotOffer offer, Availability count, List<WaitingParty> waiting) {
		if (waiting.isEmpty()) {
			return count.waiting() ? forget(offer.slot().id()).thenReturn(false) : Mono.just(false);
		}
		// who waits where seats are drawn was put there by the draw
		if (offer.slot().lot() == null && !released(count)) {
			return Mono.just(false);
		}
		Turn turn = Turn.of(waiting, count.remaining(Pool.PUBLIC), this.clock.instant(), this.properties.patience());
		if (turn instanceof Turn.Serve serve) {
			return offer(offer, serve.party());
		}
		boolean kept = turn instanceof Turn.Keep;
		return (count.waiting() == kept) ? Mono.just(false)
				: this.inventory.keepForQueue(count, kept).thenReturn(false);
	}

	/**
	 * Takes the seats in the image first, then in the ledger; what the ledger refuses
	 * goes back.
	 */
	private Mono<Boolean> offer(SlotOffer offer, WaitingParty party) {
		SeatHold seats = new SeatHold(this.random.id(), offer.slot().id(), Pool.PUBLIC, party.household(),
				party.seats());
		return this.inventory.holdForOffer(seats)
			.flatMap(outcome -> outcome.fold(granted -> make(offer, party, seats),
					refusal -> refusal.code().equals("PARTY_LIMIT") ? drop(offer, party) : Mono.just(false)));
	}

	private Mono<Boolean> make(SlotOffer offer, WaitingParty party, SeatHold seats) {
		Instant until = this.time.until(this.clock.instant(), offer.slot().zone(), offer.slot().startsAt());
		return this.offers.make(seats.id(), offer.slot().id(), party.id(), until, this.properties.skips())
			.flatMap(result -> made(offer, party, seats, result));
	}

	private Mono<Boolean> made(SlotOffer offer, WaitingParty party, SeatHold seats, SeatOfferRows.Result result) {
		if (result.numbers() != null) {
			this.outbox.nudge();
			return this.inventory.settle(offer.slot().id(), result.numbers()).thenReturn(true);
		}
		return this.inventory.giveBack(seats)
			.then(Mono.defer(() -> result.verdict().equals("LIMIT") ? drop(offer, party)
					: Mono.just(!result.verdict().equals("FULL"))));
	}

	/** A household that has its seats by another way waits no longer. */
	private Mono<Boolean> drop(SlotOffer offer, WaitingParty party) {
		return this.rows.leave(party.id(), List.of(offer.slot().id()), WaitingParty.State.OVER)
			.concatMap(told -> this.inventory.settle(told.slot(), told.numbers()))
			.then(Mono.just(true));
	}

}
