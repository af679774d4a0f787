package org.gongyu.booking;

import java.util.UUID;

import org.gongyu.platform.Fact;

/**
 * Other people come with a booking, perhaps more or fewer.
 *
 * @param seats how many seats it has now
 * @param sequence how often the booking was changed
 */
public record PartyChanged(UUID booking, UUID slot, int seats, int sequence) implements Fact {

	@Override
	public String key() {
		return this.slot.toString();
	}

}
