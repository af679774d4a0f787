package org.gongyu.booking;

import java.util.UUID;

import org.gongyu.platform.Fact;

/**
 * Booked seats were given back.
 *
 * @param version the ledger's version that has them back
 * @param byVenue whether the venue, not the party, cancelled
 */
public record BookingCancelled(UUID booking, UUID slot, int seats, long version, boolean byVenue) implements Fact {

	@Override
	public String key() {
		return this.slot.toString();
	}

}
