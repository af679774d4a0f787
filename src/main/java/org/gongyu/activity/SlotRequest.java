package org.gongyu.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A slot as its manager plans it.
 */
record SlotRequest(@NotNull OffsetDateTime startsAt, @NotNull OffsetDateTime endsAt,
		@NotEmpty @Size(max = 4) List<@NotNull @Valid PoolRequest> pools) {

	private static final Duration FARTHEST = Duration.ofDays(730);

	private static final Duration LONGEST = Duration.ofDays(31);

	/** Who is drawn must still be able to say yes, and somebody else when they do not. */
	private static final Duration TO_ANSWER = Duration.ofHours(2);

	private static final Duration LEFTOVERS = Duration.ofDays(1);

	/**
	 * A pool of the slot.
	 *
	 * @param releasedAt from when its seats can be held by who comes first; null for at
	 * once, or a day after the draw
	 * @param lapsesAt when its unbooked seats go to PUBLIC; null for never
	 * @param windowSeconds for how long from the release on all who come have the same
	 * chance, whoever is first; PUBLIC only
	 * @param batches the batches in which its seats are released; PUBLIC only, and not
	 * with a draw
	 * @param draw when entries for a draw are taken; PUBLIC only, and without a window
	 */
	record PoolRequest(@NotNull Pool pool, @NotNull @Min(1) @Max(100_000) Integer capacity,
			@Nullable OffsetDateTime releasedAt, @Nullable OffsetDateTime lapsesAt,
			@Nullable @Min(1) @Max(600) Integer windowSeconds, @Nullable @Valid DrawRequest draw,
			@Nullable @Valid BatchesRequest batches) {
	}

	/**
	 * So many batches, so many minutes apart.
	 */
	record BatchesRequest(@NotNull @Min(2) @Max(50) Integer count, @NotNull @Min(1) @Max(1440) Integer minutes) {
	}

	/**
	 * From when until when entries are taken; then it is drawn.
	 */
	record DrawRequest(@NotNull OffsetDateTime opensAt, @NotNull OffsetDateTime closesAt) {
	}

	/**
	 * @throws InvalidInput where times contradict each other or a pool is named twice
	 */
	Slot slot(UUID id, UUID activity, ZoneId zone, Instant now) {
		Instant start = this.startsAt.toInstant();
		Instant end = this.endsAt.toInstant();
		if (!end.isAfter(start)) {
			throw new InvalidInput("endsAt", "endBeforeStart");
		}
		if (!start.isAfter(now)) {
			throw new InvalidInput("startsAt", "past");
		}
		if (start.isAfter(now.plus(FARTHEST)) || end.isAfter(start.plus(LONGEST))) {
			throw new InvalidInput(start.isAfter(now.plus(FARTHEST)) ? "startsAt" : "endsAt", "far");
		}
		List<PublishedSlot.PoolPlan> plans = new ArrayList<>();
		for (int i = 0; i < this.pools.size(); i++) {
			PoolRequest pool = this.pools.get(i);
			if (plans.stream().anyMatch(each -> each.pool() == pool.pool())) {
				throw new InvalidInput("pools[" + i + "].pool", "twice");
			}
			plans.add(plan(pool, "pools[" + i + "].", start, now));
		}
		return new Slot(id, activity, start, end, zone, PublicationState.DRAFT, null, null, plans);
	}

	private static PublishedSlot.PoolPlan plan(PoolRequest pool, String path, Instant start, Instant now) {
		Lot lot = lot(pool, path, now);
		Instant released = released(pool, lot, now);
		if (lot != null && released.isBefore(lot.closesAt())) {
			throw new InvalidInput(path + "releasedAt", "beforeDraw");
		}
		if (lot != null && lot.closesAt().isAfter(start.minus(TO_ANSWER))) {
			throw new InvalidInput(path + ((pool.draw() != null) ? "draw" : "windowSeconds"), "drawTooLate");
		}
		Instant lapses = (pool.lapsesAt() != null) ? pool.lapsesAt().toInstant() : null;
		if (!released.isBefore(start)) {
			throw new InvalidInput(path + "releasedAt", "afterStart");
		}
		if (lapses != null && (pool.pool() == Pool.PUBLIC || !lapses.isBefore(start))) {
			throw new InvalidInput(path + "lapsesAt", (pool.pool() == Pool.PUBLIC) ? "publicLapses" : "afterStart");
		}
		return new PublishedSlot.PoolPlan(pool.pool(), pool.capacity(), released, lapses, lot,
				batches(pool, path, released, start));
	}

	private static @Nullable Batches batches(PoolRequest pool, String path, Instant released, Instant start) {
		BatchesRequest asked = pool.batches();
		if (asked == null) {
			return null;
		}
		String field = path + "batches";
		if (pool.pool() != Pool.PUBLIC || pool.draw() != null || pool.windowSeconds() != null) {
			throw new InvalidInput(field, (pool.pool() != Pool.PUBLIC) ? "publicOnly" : "windowOrDraw");
		}
		if (asked.count() > pool.capacity()) {
			throw new InvalidInput(field + ".count", "range", 2, pool.capacity());
		}
		Batches batches = new Batches(asked.count(), asked.minutes());
		List<Batches.Batch> schedule = batches.of(pool.capacity(), released);
		if (!schedule.get(schedule.size() - 1).opensAt().isBefore(start)) {
			throw new InvalidInput(field, "afterStart");
		}
		return batches;
	}

	private static @Nullable Lot lot(PoolRequest pool, String path, Instant now) {
		DrawRequest draw = pool.draw();
		String field = path + ((draw != null) ? "draw" : "windowSeconds");
		if (draw == null && pool.windowSeconds() == null) {
			return null;
		}
		if (pool.pool() != Pool.PUBLIC || draw != null && pool.windowSeconds() != null) {
			throw new InvalidInput(field, (pool.pool() != Pool.PUBLIC) ? "publicOnly" : "windowOrDraw");
		}
		Instant opens = (draw != null) ? draw.opensAt().toInstant() : opening(pool, now);
		Instant closes = (draw != null) ? draw.closesAt().toInstant()
				: opens.plusSeconds(Objects.requireNonNull(pool.windowSeconds()));
		if (!closes.isAfter(opens) || !closes.isAfter(now)) {
			throw new InvalidInput(field, closes.isAfter(opens) ? "past" : "endBeforeStart");
		}
		return new Lot(opens, closes);
	}

	private static Instant opening(PoolRequest pool, Instant now) {
		return (pool.releasedAt() != null) ? pool.releasedAt().toInstant() : now;
	}

	private static Instant released(PoolRequest pool, @Nullable Lot lot, Instant now) {
		if (lot == null) {
			return opening(pool, now);
		}
		if (pool.windowSeconds() != null) {
			return lot.closesAt();
		}
		return (pool.releasedAt() != null) ? pool.releasedAt().toInstant() : lot.closesAt().plus(LEFTOVERS);
	}

}
