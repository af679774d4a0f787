package org.gongyu.account;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who sends the request, as its access token says. Built without I/O.
 *
 * @param account the account
 * @param name how the person is greeted
 * @param household the household of a guardian
 * @param organization the organization that staff act for
 * @param roles what the account may do
 */
public record SignedIn(UUID account, String name, @Nullable UUID household, @Nullable UUID organization,
		Set<Role> roles) {

	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	/**
	 * Whether the person manages what belongs to the organization.
	 */
	public boolean manages(UUID owner) {
		return is(Role.VENUE_MANAGER) && owner.equals(this.organization);
	}

	/**
	 * Whether the person may check parties in at the organization's venues.
	 */
	public boolean guards(UUID owner) {
		return manages(owner) || is(Role.GATE_STAFF) && owner.equals(this.organization);
	}

}
