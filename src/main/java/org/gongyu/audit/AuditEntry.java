package org.gongyu.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * That something was done.
 *
 * @param actor the alias of whoever did it; null for the hub itself
 * @param organization for whom they acted
 * @param subject what it was done to: a slot, an organization, an alias; never a child
 */
public record AuditEntry(UUID id, Instant at, @Nullable UUID actor, @Nullable UUID organization, AuditAction action,
		@Nullable UUID subject) {
}
