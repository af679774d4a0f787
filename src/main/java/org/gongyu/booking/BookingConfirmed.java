package org.gongyu.booking;

import java.util.UUID;

import org.gongyu.platform.Fact;

/**
 * Seats were booked for good.
 *
 * @param version the ledger's version that has them
 */
public record BookingConfirmed(UUID booking, UUID slot, int seats, long version) implements Fact {

	@Override
	public String key() {
		return this.slot.toString();
	}

}
