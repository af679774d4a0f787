package org.gongyu.waitlist;

import java.time.Instant;
import java.util.UUID;

/**
 * What a message may tell of an offer.
 *
 * @param account who joined the list
 * @param path the page on which it is answered
 */
public record Offered(UUID offer, UUID slot, UUID account, UUID household, int seats, Instant until, String path) {
}
