package org.gongyu.roster;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * That somebody wants a roster as a file.
 *
 * @param requestedBy the account that asked
 * @param approvedAt when another person agreed
 * @param fetchedAt when it was fetched; it is fetched once
 */
record RosterExport(UUID id, UUID slot, UUID requestedBy, Instant requestedAt, @Nullable Instant approvedAt,
		@Nullable Instant fetchedAt) {
}
