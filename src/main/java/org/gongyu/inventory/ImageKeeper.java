package org.gongyu.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.gongyu.activity.Pool;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Detached;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Keeps the image true to the ledger: loads what is missing, settles what the ledger
 * wrote, asks the ledger where the image may not be believed or a hold is in doubt. On
 * one node a slot is loaded or checked once at a time.
 */
@Component
class ImageKeeper {

	private static final Logger log = LoggerFactory.getLogger(ImageKeeper.class);

	private static final String NO_HOLDS = "[]";

	private final SeatImage image;

	private final SeatRows rows;

	private final Slots slots;

	private final Detached detached;

	private final JsonMapper json;

	private final InventoryProperties properties;

	private final Map<UUID, Mono<Boolean>> loads = new ConcurrentHashMap<>();

	private final Map<UUID, Mono<Boolean>> checks = new ConcurrentHashMap<>();

	ImageKeeper(SeatImage image, SeatRows rows, Slots slots, Detached detached, JsonMapper json,
			InventoryProperties properties) {
		this.image = image;
		this.rows = rows;
		this.slots = slots;
		this.detached = detached;
		this.json = json;
		this.properties = properties;
	}

	/**
	 * Loads a missing image. False when nobody knows the slot.
	 */
	Mono<Boolean> load(UUID slot) {
		return once(this.loads, slot, load(slot, 0, NO_HOLDS, this.properties.attempts()));
	}

	/**
	 * Compares the image with the ledger: holds in doubt are decided, what is due lapses,
	 * the image is believed again. False when nobody knows the slot.
	 */
	Mono<Boolean> check(UUID slot) {
		return once(this.checks, slot, this.image.touch(slot)
			.flatMap(seen -> seen.is("MISSING") ? load(slot) : ask(slot, Look.of(slot, seen).doubts())));
	}

	/**
	 * Tells the image what a transaction left behind. A failure is left to the next
	 * check.
	 */
	Mono<Void> settle(UUID slot, String numbers) {
		return this.image.settle(slot, numbers)
			.flatMap(reply -> reply.is("RELOAD")
					? load(slot, reply.number(0), finished(numbers), this.properties.attempts()) : Mono.just(true))
			.doOnError(error -> log.info("settle of {} is left to the next check: {}", slot, error.toString()))
			.onErrorComplete()
			.then();
	}

	private Mono<Boolean> ask(UUID slot, List<SeatHold> doubts) {
		return this.rows.ask(slot, doubts)
			.flatMap(numbers -> settle(slot, numbers).thenReturn(true))
			.defaultIfEmpty(false);
	}

	private Mono<Boolean> load(UUID slot, long since, String finished, int attempts) {
		return this.rows.load(slot, since)
			.switchIfEmpty(Mono.defer(() -> open(slot)))
			.flatMap(numbers -> this.image.load(slot, numbers, since, finished))
			.flatMap(reply -> loaded(slot, reply, finished, attempts))
			.defaultIfEmpty(false);
	}

	private Mono<Boolean> loaded(UUID slot, Reply reply, String finished, int attempts) {
		if (reply.is("LOADED")) {
			return Mono.just(true);
		}
		if (attempts == 0) {
			return Mono
				.error(new IllegalStateException("The image of slot " + slot + " keeps changing while it is loaded."));
		}
		return load(slot, reply.number(0), finished, attempts - 1);
	}

	/**
	 * A published slot that the ledger has not met yet.
	 */
	private Mono<String> open(UUID slot) {
		return this.slots.published(slot).flatMap(this.rows::open).then(Mono.defer(() -> this.rows.load(slot, 0)));
	}

	private String finished(String numbers) {
		return this.json.readTree(numbers).path("finished").toString();
	}

	private Mono<Boolean> once(Map<UUID, Mono<Boolean>> running, UUID slot, Mono<Boolean> work) {
		return Mono.defer(() -> running.computeIfAbsent(slot,
				key -> this.detached.run(work.doFinally(end -> running.remove(key))).cache()));
	}

	/**
	 * What a touch saw.
	 */
	record Look(boolean believed, Availability availability, Instant nextDeadline, List<SeatHold> doubts) {

		static Look of(UUID slot, Reply seen) {
			int count = (int) seen.number(6);
			List<SeatHold> doubts = new ArrayList<>(count);
			for (int i = 0; i < count; i++) {
				String[] parts = seen.text(7 + i).split("\\|", -1);
				doubts.add(new SeatHold(UUID.fromString(parts[0]), slot, Pool.valueOf(parts[1]),
						UUID.fromString(parts[3]), Integer.parseInt(parts[2])));
			}
			return new Look(seen.number(0) == 1, Availability.of(slot, seen, 7 + count), seen.time(5), doubts);
		}

	}

}
