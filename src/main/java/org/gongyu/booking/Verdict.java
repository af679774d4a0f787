package org.gongyu.booking;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the ledger said to one confirm of a batch.
 *
 * @param booking the booking that stands, of this confirm or an earlier one
 */
record Verdict(Code code, @Nullable UUID booking) {

	/**
	 * The verdicts of the SQL function {@code confirm_bookings}.
	 */
	enum Code {

		OK, STANDS, ABANDONED, CLOSED, NO_POOL, LIMIT, FULL, CHILD_ELSEWHERE

	}

	/**
	 * Whether the hold goes back to being held: it was refused, and may be confirmed
	 * again until its deadline.
	 */
	boolean refuses() {
		return this.booking == null && this.code != Code.ABANDONED;
	}

}
