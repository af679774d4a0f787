package org.gongyu.inventory;

import java.time.Instant;
import java.util.Map;

import org.gongyu.activity.Pool;
import org.gongyu.platform.Refusal;

/**
 * Why seats were not given.
 */
public sealed interface SeatRefusal extends Refusal {

	@Override
	default int status() {
		return 409;
	}

	/**
	 * Too few seats are left in the pool.
	 */
	record SoldOut(Pool pool, int requested, int remaining) implements SeatRefusal {

		@Override
		public String code() {
			return "SOLD_OUT";
		}

		@Override
		public Object[] args() {
			return new Object[] { this.requested, this.remaining };
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("pool", this.pool.shownAs(), "requested", this.requested, "remaining", this.remaining, "next",
					(this.remaining > 0) ? "SMALLER_PARTY" : "OTHER_SLOT");
		}

	}

	/**
	 * The party would have more seats of the slot than one party may.
	 */
	record PartyLimit(int remaining) implements SeatRefusal {

		@Override
		public String code() {
			return "PARTY_LIMIT";
		}

		@Override
		public Object[] args() {
			return new Object[] { this.remaining };
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("remaining", this.remaining);
		}

	}

	/**
	 * The pool's release time has not come.
	 */
	record NotReleased(Instant at) implements SeatRefusal {

		@Override
		public String code() {
			return "NOT_RELEASED";
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("releasedAt", this.at);
		}

	}

	/**
	 * Somebody waits, and freed seats go to who waits.
	 */
	record OthersWait() implements SeatRefusal {

		@Override
		public String code() {
			return "OTHERS_WAIT";
		}

	}

	/**
	 * More people come than can be served, and others stand in line.
	 */
	record OthersInLine() implements SeatRefusal {

		@Override
		public String code() {
			return "OTHERS_IN_LINE";
		}

	}

	/**
	 * The slot was withdrawn or has begun.
	 */
	record SlotClosed() implements SeatRefusal {

		@Override
		public String code() {
			return "SLOT_CLOSED";
		}

	}

	/**
	 * No such slot, or the slot has no such pool.
	 */
	record NoSuchPool(String field) implements SeatRefusal {

		@Override
		public String code() {
			return "NO_SUCH_SLOT";
		}

		@Override
		public int status() {
			return 404;
		}

	}

	/**
	 * The hold's time is over.
	 */
	record HoldExpired() implements SeatRefusal {

		@Override
		public String code() {
			return "HOLD_EXPIRED";
		}

		@Override
		public int status() {
			return 410;
		}

	}

	/**
	 * A confirm of the hold is under way, so it cannot be released.
	 */
	record HoldClaimed() implements SeatRefusal {

		@Override
		public String code() {
			return "HOLD_CLAIMED";
		}

	}

	/**
	 * More seats of the pool are promised than its new capacity would hold.
	 */
	record SeatsPromised() implements SeatRefusal {

		@Override
		public String code() {
			return "SEATS_PROMISED";
		}

	}

}
