package org.gongyu.booking;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A party that comes to a slot.
 *
 * @param household whose party it is; null for a booking of the desk
 * @param contactName who the desk booked for
 * @param children the named children; their names are the household module's
 */
public record Attendance(UUID booking, @Nullable UUID household, @Nullable String contactName, int seats, int adults,
		List<UUID> children, boolean checkedIn) {

	static Attendance of(Booking booking) {
		return new Attendance(booking.id(), booking.household(), booking.contactName(), booking.seats(),
				booking.adults(), booking.children(), booking.state() == Booking.State.CHECKED_IN);
	}

}
