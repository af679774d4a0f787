package org.gongyu.booking;

import java.util.List;
import java.util.UUID;

import org.gongyu.inventory.SeatHold;
import org.jspecify.annotations.Nullable;

/**
 * One hold that is to become a booking.
 *
 * @param booking the id that the booking gets, if this confirm is the first
 * @param state CONFIRMED, or REQUESTED where the venue has to agree
 * @param marked whether the image knows of the claim, so that a refusal takes it back
 * @param answers what the party answered to the venue's questions, sealed and in Base64;
 * empty for none
 * @param desk whether the venue's desk books: no party limit, and until the slot's end
 */
record Confirmation(UUID booking, SeatHold hold, UUID account, @Nullable UUID household, int adults,
		List<UUID> children, Booking.State state, boolean marked, boolean desk, @Nullable String contactName,
		@Nullable String contactPhone, String answers) {
}
