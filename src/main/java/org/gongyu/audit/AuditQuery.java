package org.gongyu.audit;

import java.time.Instant;
import java.util.UUID;

import org.gongyu.platform.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null does not matter.
 *
 * @param from not before
 * @param to before
 * @param after the last entry of the page before
 */
public record AuditQuery(@Nullable UUID actor, @Nullable UUID organization, @Nullable AuditAction action,
		@Nullable UUID subject, @Nullable Instant from, @Nullable Instant to, @Nullable Cursor after, int size) {
}
