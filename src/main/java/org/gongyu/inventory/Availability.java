package org.gongyu.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongyu.activity.Pool;

/**
 * How many seats of a slot are left.
 *
 * @param slot the slot
 * @param revision rises with every change, also across a loss of the image
 * @param version the ledger's version of these numbers
 * @param asOf when it was counted
 * @param waiting whether freed seats go to waiting parties first
 * @param pools each pool
 */
public record Availability(UUID slot, long revision, long version, Instant asOf, boolean waiting,
		List<PoolSeats> pools) {

	/**
	 * One pool's seats.
	 *
	 * @param booked seats booked for good
	 * @param kept seats durably promised
	 * @param held seats of live holds
	 * @param lapsed whether its unbooked seats went to PUBLIC
	 */
	public record PoolSeats(Pool pool, int capacity, int booked, int kept, int held, Instant releasedAt,
			boolean lapsed) {

		public int remaining() {
			return Math.max(0, this.capacity - this.booked - this.kept - this.held);
		}

	}

	/**
	 * Seats left in a pool; 0 when the slot has no such pool.
	 */
	public int remaining(Pool pool) {
		return this.pools.stream().filter(each -> each.pool() == pool).mapToInt(PoolSeats::remaining).sum();
	}

	static Availability of(UUID slot, Reply seen, int at) {
		List<PoolSeats> pools = new ArrayList<>();
		for (int i = at; i < seen.values().size(); i += 7) {
			pools.add(new PoolSeats(Pool.valueOf(seen.text(i)), (int) seen.number(i + 1), (int) seen.number(i + 2),
					(int) seen.number(i + 3), (int) seen.number(i + 4), seen.time(i + 5), seen.number(i + 6) == 1));
		}
		return new Availability(slot, seen.number(2), seen.number(3), seen.time(1), seen.number(4) == 1, pools);
	}

}
