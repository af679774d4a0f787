package org.gongyu.booking;

import java.util.UUID;

import org.gongyu.platform.Fact;

/**
 * A party comes to another slot instead.
 *
 * @param booking the booking that stands now
 * @param from the one that it replaces
 * @param slot the slot of the booking that stands now
 */
public record BookingMoved(UUID booking, UUID from, UUID slot) implements Fact {

	@Override
	public String key() {
		return this.slot.toString();
	}

}
