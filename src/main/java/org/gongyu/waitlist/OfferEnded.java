package org.gongyu.waitlist;

import java.util.UUID;

import org.gongyu.platform.Fact;

/**
 * A waiting party did not take its offer.
 *
 * @param lapsed whether it let the time pass
 */
public record OfferEnded(UUID offer, UUID waiting, UUID slot, boolean lapsed) implements Fact {

	@Override
	public String key() {
		return this.slot.toString();
	}

}
