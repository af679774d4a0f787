package org.gongyu.organization;

import java.util.Set;
import java.util.UUID;

import org.gongyu.account.Role;

/**
 * Somebody who acts for an organization.
 *
 * @param account the person's account
 * @param name how the person is greeted
 */
record Member(UUID account, String name, Set<Role> roles) {
}
