package org.gongyu.waitlist;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Seats that are kept for a waiting party until a time.
 *
 * @param booking what it became when it was accepted
 */
record SeatOffer(UUID id, UUID waiting, UUID slot, int seats, State state, Instant until, @Nullable UUID booking) {

	/**
	 * What has become of it.
	 */
	enum State {

		OPEN, ACCEPTED, PASSED, LAPSED

	}

}
