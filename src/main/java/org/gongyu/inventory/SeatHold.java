package org.gongyu.inventory;

import java.util.UUID;

import org.gongyu.activity.Pool;

/**
 * The seats that one hold takes.
 *
 * @param id the hold's 128-bit token
 * @param slot the slot
 * @param pool the pool that was asked for; seats of a lapsed pool are taken from PUBLIC
 * @param party who is counted against the party limit: a household or an organization
 * @param seats how many, at least 1
 */
public record SeatHold(UUID id, UUID slot, Pool pool, UUID party, int seats) {

	/**
	 * The same seats in another pool.
	 */
	public SeatHold in(Pool other) {
		return new SeatHold(this.id, this.slot, other, this.party, this.seats);
	}

}
