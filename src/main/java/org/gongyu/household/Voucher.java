package org.gongyu.household;

import java.time.Instant;
import java.util.UUID;

/**
 * A care voucher as whoever issued it sees it: never whose it is.
 *
 * @param used whether a household has redeemed it
 */
record Voucher(UUID id, Instant issuedAt, Instant expiresAt, boolean used, boolean revoked) {
}
