package org.gongyu.waitlist;

import java.util.List;

import org.gongyu.activity.SlotOffer;
import org.jspecify.annotations.Nullable;

/**
 * A waiting party with what it waits for, as its household sees it.
 *
 * @param slots each slot that it waits for, with how many are before it
 * @param offer the offer that it has
 * @param answer the path on which the offer is answered
 */
record WaitingLine(WaitingParty party, List<Place> slots, @Nullable SeatOffer offer, @Nullable String answer) {

	/**
	 * The party's place on the list of a slot.
	 */
	record Place(SlotOffer slot, Ahead ahead) {
	}

}
