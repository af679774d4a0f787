package org.gongyu.booking;

import java.time.Instant;
import java.util.UUID;

/**
 * What a message may tell of a household's booking.
 *
 * @param account who made it
 */
public record Booked(UUID id, UUID slot, UUID account, UUID household, int seats, Instant startsAt) {
}
