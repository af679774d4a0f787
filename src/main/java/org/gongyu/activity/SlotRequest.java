package org.gongyu.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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

	/**
	 * A pool of the slot.
	 *
	 * @param releasedAt from when its seats can be held; null for at once
	 * @param lapsesAt when its unbooked seats go to PUBLIC; null for never
	 */
	record PoolRequest(@NotNull Pool pool, @NotNull @Min(1) @Max(100_000) Integer capacity,
			@Nullable OffsetDateTime releasedAt, @Nullable OffsetDateTime lapsesAt) {
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
		Instant released = (pool.releasedAt() != null) ? pool.releasedAt().toInstant() : now;
		Instant lapses = (pool.lapsesAt() != null) ? pool.lapsesAt().toInstant() : null;
		if (!released.isBefore(start)) {
			throw new InvalidInput(path + "releasedAt", "afterStart");
		}
		if (lapses != null && (pool.pool() == Pool.PUBLIC || !lapses.isBefore(start))) {
			throw new InvalidInput(path + "lapsesAt", (pool.pool() == Pool.PUBLIC) ? "publicLapses" : "afterStart");
		}
		return new PublishedSlot.PoolPlan(pool.pool(), pool.capacity(), released, lapses);
	}

}
