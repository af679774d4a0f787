package org.gongyu.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A dated occurrence of an activity. Its time is half-open: from the start up to, not
 * including, the end.
 *
 * @param zone the zone in which its times are meant
 * @param cancelReason why it was withdrawn
 * @param seatsLeft about how many PUBLIC seats are left, for lists; null until somebody
 * has counted
 */
public record Slot(UUID id, UUID activity, Instant startsAt, Instant endsAt, ZoneId zone, PublicationState state,
		@Nullable String cancelReason, @Nullable Integer seatsLeft, List<PublishedSlot.PoolPlan> pools) {

	/**
	 * The day on which it begins, where it is.
	 */
	public LocalDate day() {
		return this.startsAt.atZone(this.zone).toLocalDate();
	}

	/**
	 * The slot as everybody may see it: pools for closed audiences are left out, so that
	 * nobody learns of a CARE pool.
	 */
	public Slot shown() {
		List<PublishedSlot.PoolPlan> open = this.pools.stream()
			.filter(plan -> plan.pool() == Pool.PUBLIC || plan.pool() == Pool.SCHOOL)
			.toList();
		return new Slot(this.id, this.activity, this.startsAt, this.endsAt, this.zone, this.state, this.cancelReason,
				this.seatsLeft, open);
	}

	/**
	 * How many seats each audience has, as everybody may see it: CARE counts as PUBLIC.
	 */
	public Map<Pool, Integer> capacities() {
		Map<Pool, Integer> seats = new EnumMap<>(Pool.class);
		this.pools.forEach(plan -> seats.merge(plan.pool().shownAs(), plan.capacity(), Integer::sum));
		return seats;
	}

	/**
	 * The draw of its PUBLIC seats; null when there is none.
	 */
	public @Nullable Lot lot() {
		return this.pools.stream()
			.filter(plan -> plan.pool() == Pool.PUBLIC)
			.map(PublishedSlot.PoolPlan::lot)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * From when on a pool's seats go to who comes first; null without such a pool.
	 */
	public @Nullable Instant releasedAt(Pool pool) {
		return this.pools.stream()
			.filter(plan -> plan.pool() == pool)
			.map(PublishedSlot.PoolPlan::releasedAt)
			.findFirst()
			.orElse(null);
	}

	public boolean has(Pool pool) {
		return this.pools.stream().anyMatch(plan -> plan.pool() == pool);
	}

}
