package org.gongyu.account;

import java.util.UUID;

/**
 * A member of the alliance, for which staff act.
 */
public record Organization(UUID id, OrganizationKind kind, String name) {
}
