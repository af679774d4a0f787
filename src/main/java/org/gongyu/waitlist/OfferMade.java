package org.gongyu.waitlist;

import java.util.UUID;

import org.gongyu.platform.Fact;

/**
 * Seats are kept for a waiting party.
 */
public record OfferMade(UUID offer, UUID waiting, UUID slot) implements Fact {

	@Override
	public String key() {
		return this.slot.toString();
	}

}
