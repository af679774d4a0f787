package org.gongyu.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A device on which somebody is signed in.
 *
 * @param device what it is, as far as it says
 * @param seenAt when it last got a new access token
 */
record SignIn(UUID id, String device, Instant createdAt, Instant seenAt) {
}
