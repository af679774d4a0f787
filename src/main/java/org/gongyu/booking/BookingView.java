package org.gongyu.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.activity.Pool;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its household sees it.
 */
record BookingView(UUID id, UUID slot, Pool pool, int seats, int adults, List<UUID> children,
		Map<String, String> answers, Booking.State state, boolean cancelledByVenue, boolean late, Instant startsAt,
		Instant createdAt, @Nullable Instant checkedInAt) {
}
