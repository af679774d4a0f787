package org.gongyu.account;

import java.util.Set;
import java.util.UUID;

/**
 * That an account belongs to an organization, with what it may do there.
 *
 * @param verified whether the organization is known to be what it says; before, its
 * people may do nothing for it
 */
public record Affiliation(UUID organization, String name, boolean verified, Set<Role> roles) {
}
