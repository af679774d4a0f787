package org.gongyu.activity;

import java.time.Duration;
import java.time.Instant;

import org.gongyu.venue.Venue;

/**
 * A slot with the activity and the venue that it belongs to: all that a booking's rules
 * and a ticket need.
 */
public record SlotOffer(Slot slot, Activity activity, Venue venue) {

	/**
	 * Until when a party cancels in time.
	 */
	public Instant cancelUntil() {
		return this.slot.startsAt().minus(Duration.ofHours(this.activity.cancelHours()));
	}

}
