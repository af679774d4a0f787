package org.gongyu.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a hold, a booking or a check-in was refused, beyond what the seat inventory
 * refuses.
 */
sealed interface BookingRefusal extends Refusal {

	/**
	 * A rule that the party breaks; the field says where to mend it.
	 */
	record Rule(String code, @Nullable String field, List<Object> values) implements BookingRefusal {

		/**
		 * The same rule, to be mended in another field.
		 */
		Rule at(String other) {
			return new Rule(this.code, other, this.values);
		}

		@Override
		public int status() {
			return 422;
		}

		@Override
		public Object[] args() {
			return this.values.toArray();
		}

	}

	/**
	 * The venue asks for names, and the guardian has not agreed to give them.
	 */
	record NameConsent(String field) implements BookingRefusal {

		@Override
		public String code() {
			return "NAME_CONSENT";
		}

		@Override
		public int status() {
			return 422;
		}

	}

	/**
	 * One child would be in two places at a time.
	 */
	record ChildElsewhere(String field) implements BookingRefusal {

		@Override
		public String code() {
			return "CHILD_ELSEWHERE";
		}

		@Override
		public int status() {
			return 409;
		}

	}

	/**
	 * The account has as many live holds as it may.
	 */
	record TooManyHolds(int most) implements BookingRefusal {

		@Override
		public String code() {
			return "TOO_MANY_HOLDS";
		}

		@Override
		public int status() {
			return 409;
		}

		@Override
		public Object[] args() {
			return new Object[] { this.most };
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("limit", this.most);
		}

	}

	/**
	 * The account has let too many of its latest holds lapse: seats that nobody books are
	 * seats that others could not have.
	 *
	 * @param retryAfterSeconds when it may hold again
	 */
	record HoldsUnused(int retryAfterSeconds) implements BookingRefusal {

		@Override
		public String code() {
			return "HOLDS_UNUSED";
		}

		@Override
		public int status() {
			return 429;
		}

		@Override
		public Object[] args() {
			return new Object[] { (this.retryAfterSeconds + 59) / 60 };
		}

	}

	/**
	 * The Idempotency-Key was used with another body.
	 */
	record KeyReused() implements BookingRefusal {

		@Override
		public String code() {
			return "IDEMPOTENCY_KEY_REUSED";
		}

		@Override
		public int status() {
			return 422;
		}

		@Override
		public String field() {
			return "Idempotency-Key";
		}

	}

	/**
	 * No such hold, or somebody else's, or a forged id.
	 */
	record NoSuchHold() implements BookingRefusal {

		@Override
		public String code() {
			return "NO_SUCH_HOLD";
		}

		@Override
		public int status() {
			return 404;
		}

	}

	/**
	 * No such booking, or somebody else's.
	 */
	record NoSuchBooking() implements BookingRefusal {

		@Override
		public String code() {
			return "NO_SUCH_BOOKING";
		}

		@Override
		public int status() {
			return 404;
		}

	}

	/**
	 * The slot has begun, or the booking is checked in: too late to cancel.
	 */
	record TooLateToCancel() implements BookingRefusal {

		@Override
		public String code() {
			return "TOO_LATE_TO_CANCEL";
		}

		@Override
		public int status() {
			return 409;
		}

	}

	/**
	 * More confirms of this slot are waiting than the node takes.
	 */
	record Crowded() implements BookingRefusal {

		@Override
		public String code() {
			return "CROWDED";
		}

		@Override
		public int status() {
			return 503;
		}

		@Override
		public int retryAfterSeconds() {
			return 2;
		}

	}

	/**
	 * Why a party is not let in; the reasons are a closed list.
	 */
	record NotAdmitted(Reason reason, @Nullable Instant at) implements BookingRefusal {

		/**
		 * The closed list of reasons.
		 */
		enum Reason {

			UNKNOWN_CODE, OTHER_VENUE, OTHER_SLOT, TOO_EARLY, OVER, CANCELLED, NOT_CONFIRMED, ALREADY_IN

		}

		@Override
		public String code() {
			return "NOT_ADMITTED_" + this.reason;
		}

		@Override
		public int status() {
			return (this.reason == Reason.UNKNOWN_CODE || this.reason == Reason.OTHER_VENUE) ? 404 : 409;
		}

		@Override
		public Map<String, Object> details() {
			return (this.at != null) ? Map.of("reason", this.reason, "at", this.at) : Map.of("reason", this.reason);
		}

	}

}
