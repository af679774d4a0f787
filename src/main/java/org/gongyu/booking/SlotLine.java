package org.gongyu.booking;

import java.time.Instant;

import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.Slot;
import org.gongyu.activity.Batches;
import org.jspecify.annotations.Nullable;

/**
 * A slot on its activity's page, with what is left of it.
 *
 * @param left how many PUBLIC seats can be had; none while they go to who waits
 * @param releasedAt from when they can be held
 */
record SlotLine(Slot slot, int left, @Nullable Instant releasedAt, boolean released) {

	public boolean open() {
		return this.released && this.left > 0 && published();
	}

	/**
	 * Whether seats can only be waited for.
	 */
	public boolean full() {
		return this.released && this.left == 0 && published();
	}

	/**
	 * Whether it opens at a time that is still to come.
	 */
	public boolean opens() {
		return !this.released && this.releasedAt != null && published() && this.slot.lot() == null;
	}

	/**
	 * The next batch of seats that opens after a time; null when there is none.
	 */
	public Batches.@Nullable Batch next(Instant now) {
		return this.slot.pools()
			.stream()
			.filter(plan -> plan.pool() == Pool.PUBLIC && published())
			.flatMap(plan -> plan.schedule().stream().skip(1))
			.filter(batch -> batch.opensAt().isAfter(now) && batch.seats() > 0)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Whether its seats are drawn.
	 */
	public boolean drawn() {
		return this.slot.lot() != null && published();
	}

	public boolean published() {
		return this.slot.state() == PublicationState.PUBLISHED;
	}

}
