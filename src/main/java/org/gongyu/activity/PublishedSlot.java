package org.gongyu.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A published slot as the seat ledger needs it.
 *
 * @param partyLimit how many seats one party may have of it
 * @param returnMinutes within how many minutes seats that are given back come back; 0 for
 * at once
 * @param pools its pools with their first capacities
 */
public record PublishedSlot(UUID id, int partyLimit, int returnMinutes, Instant startsAt, Instant endsAt,
		List<PoolPlan> pools) {

	/**
	 * A pool as it was planned.
	 *
	 * @param capacity its seats
	 * @param releasedAt from when they can be held by who comes first
	 * @param lapsesAt when the unbooked ones go to PUBLIC, or null for never
	 * @param lot who gets them before; null for nobody
	 * @param batches the batches in which they are released; null for all at once
	 */
	public record PoolPlan(Pool pool, int capacity, Instant releasedAt, @Nullable Instant lapsesAt, @Nullable Lot lot,
			@Nullable Batches batches) {

		/**
		 * The batches in which its seats are released; one when all are at once.
		 */
		public List<Batches.Batch> schedule() {
			return (this.batches != null) ? this.batches.of(this.capacity, this.releasedAt)
					: List.of(new Batches.Batch(this.releasedAt, this.capacity));
		}

	}

}
