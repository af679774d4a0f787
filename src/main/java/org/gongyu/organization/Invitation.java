package org.gongyu.organization;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.gongyu.account.Role;

/**
 * A link that makes whoever has it a member, once.
 *
 * @param name of the organization
 */
record Invitation(UUID id, UUID organization, String name, Set<Role> roles, Instant expiresAt) {
}
