package org.gongyu.organization;

import java.util.UUID;

/**
 * A member of an alliance, for which people act.
 *
 * @param verified whether an operator knows that it is what it says
 */
public record Organization(UUID id, OrganizationKind kind, String name, boolean verified) {
}
