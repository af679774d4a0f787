package org.gongyu.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.activity.Pool;
import org.jspecify.annotations.Nullable;

/**
 * A durable claim on seats.
 *
 * @param organization the organization of the venue
 * @param household the household that it is for; null for a desk booking
 * @param pool the pool as everybody may see it
 * @param children the named children
 * @param cancelledByVenue whether the venue, not the party, cancelled it
 * @param late whether the party cancelled after the window
 * @param answers what the party answered to the venue's questions
 * @param startsAt when its slot begins
 * @param contactName who a desk booking is for
 * @param sequence how often it was changed
 */
record Booking(UUID id, UUID slot, UUID organization, UUID account, @Nullable UUID household, Pool pool, int seats,
		int adults, State state, boolean cancelledByVenue, boolean late, @Nullable String contactName,
		@Nullable String contactPhone, List<UUID> children, Map<String, String> answers, Instant startsAt,
		Instant createdAt, @Nullable Instant checkedInAt, int sequence) {

	/**
	 * How many come besides the adults and the named children.
	 */
	public int unnamed() {
		return this.seats - this.adults - this.children.size();
	}

	/**
	 * Whether it ended because its slot does, and not by its party.
	 */
	public boolean lostItsSlot() {
		return this.state.stands() || this.state == State.CANCELLED && this.cancelledByVenue;
	}

	/**
	 * What stands of a booking.
	 */
	enum State {

		REQUESTED, CONFIRMED, DECLINED, CANCELLED, CHECKED_IN, NO_SHOW;

		public boolean stands() {
			return this == REQUESTED || this == CONFIRMED;
		}

	}

}
