package org.gongyu.inventory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.gongyu.platform.Detached;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares the images of slots near their dates with the ledger, repairs what differs and
 * reports it. Drift should never happen; the count of it is the meter
 * {@code gongyu.seats.drift}.
 */
@Component
class Reconciler {

	private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

	private static final Duration SECOND_LOOK = Duration.ofMillis(500);

	private final SeatRows rows;

	private final SeatImage image;

	private final ImageKeeper keeper;

	private final Watchers watchers;

	private final LedgerCount ledger;

	private final Detached detached;

	private final Clock clock;

	private final InventoryProperties properties;

	private final Counter drift;

	Reconciler(SeatRows rows, SeatImage image, ImageKeeper keeper, Watchers watchers, LedgerCount ledger,
			Detached detached, Clock clock, InventoryProperties properties, MeterRegistry meters) {
		this.rows = rows;
		this.image = image;
		this.keeper = keeper;
		this.watchers = watchers;
		this.ledger = ledger;
		this.detached = detached;
		this.clock = clock;
		this.properties = properties;
		this.drift = Counter.builder("gongyu.seats.drift").register(meters);
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.detached.on("reconciler", Flux.interval(this.properties.reconcile()), this::reconcileAll);
	}

	Mono<Void> reconcileAll() {
		return this.rows.between(this.clock.instant(), this.clock.instant().plus(this.properties.horizon()))
			.concatMap(slot -> reconcile(slot).onErrorResume(error -> later(slot, error)))
			.then();
	}

	/**
	 * True when the slot had drifted and was repaired. A difference counts only when it
	 * is still there at a second look, for a settle may be on its way.
	 */
	Mono<Boolean> reconcile(UUID slot) {
		return this.keeper.check(slot)
			.then(Mono.defer(() -> this.rows.load(slot, 0)))
			.flatMap(numbers -> this.image.recount(slot, numbers))
			.doOnNext(reply -> report(slot, (int) reply.number(0)))
			.then(Mono.defer(() -> differs(slot)))
			.flatMap(first -> first ? Mono.delay(SECOND_LOOK).then(Mono.defer(() -> differs(slot))) : Mono.just(false))
			.flatMap(still -> still ? repair(slot) : Mono.just(false));
	}

	/**
	 * One slot that cannot be read keeps no other from being compared.
	 */
	private static Mono<Boolean> later(UUID slot, Throwable error) {
		log.warn("Slot {} could not be compared with the ledger: {}", slot, error.toString());
		return Mono.just(false);
	}

	private Mono<Boolean> differs(UUID slot) {
		return Mono
			.zip(this.watchers.look(slot).map(Reconciler::promised), this.ledger.count(slot).map(Reconciler::promised))
			.map(seen -> !seen.getT1().equals(seen.getT2()))
			.defaultIfEmpty(false);
	}

	/**
	 * A recount mends what it finds at once, so it is reported here and not by a second
	 * look.
	 */
	private void report(UUID slot, int wrong) {
		if (wrong > 0) {
			this.drift.increment(wrong);
			log.warn("{} counters of slot {} had drifted and are mended.", wrong, slot);
		}
	}

	private Mono<Boolean> repair(UUID slot) {
		this.drift.increment();
		log.warn("The image of slot {} had drifted from the ledger and is written anew.", slot);
		return this.rows.raise(slot).flatMap(numbers -> this.keeper.settle(slot, numbers)).thenReturn(true);
	}

	private static List<String> promised(Availability count) {
		return count.pools()
			.stream()
			.flatMap(pool -> Stream.of(pool.pool() + ":" + pool.capacity() + ":" + pool.booked() + ":" + pool.kept()))
			.sorted()
			.toList();
	}

}
