package org.gongyu.admission;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands in a slot's line.
 *
 * @param ticket the place, to ask again with
 * @param ahead at most how many parties are before; null when nobody waits any more
 * @param waitSeconds how long it takes
 * @param likely whether there are more seats than parties before
 * @param seatsLeft how many seats are left for everybody
 * @param againMillis when to ask again; null when nothing will change
 * @param workBits how much work is asked for before the turn, see {@link Work}
 * @param turn what lets the account hold seats of the slot
 * @param turnEndsAt until when
 */
public record Place(State state, UUID slotId, String ticket, @Nullable Long ahead, @Nullable Wait waitSeconds,
		@Nullable Boolean likely, int seatsLeft, @Nullable Long againMillis, @Nullable Integer workBits,
		@Nullable String turn, @Nullable Instant turnEndsAt) {

	/**
	 * What it is worth.
	 */
	public enum State {

		/** It moves on. */
		WAITING,
		/** Seats can be held now. */
		TURN,
		/** Fewer seats are left than were wanted. */
		TAKEN,
		/** It was one's turn, and nobody came. */
		PASSED

	}

	/**
	 * So many seconds at the soonest and at the latest.
	 */
	public record Wait(long from, long to) {
	}

}
