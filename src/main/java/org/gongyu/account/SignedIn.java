package org.gongyu.account;

import java.util.Set;
import java.util.UUID;

import org.gongyu.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the request, as its access token says. Built without I/O.
 *
 * @param account the account
 * @param name how the person is greeted
 * @param alias what the audit log calls the person
 * @param household the household of a guardian
 * @param organization the organization for which the person acts at present
 * @param organizationName its name
 * @param roles what the person may do
 */
public record SignedIn(UUID account, String name, UUID alias, @Nullable UUID household, @Nullable UUID organization,
		@Nullable String organizationName, Set<Role> roles) {

	/**
	 * The person as the audit log knows it.
	 */
	public Audit.Actor actor() {
		return new Audit.Actor(this.alias, this.organization);
	}

	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	/**
	 * Whether the person publishes places for the present organization.
	 */
	public boolean isManager() {
		return this.roles.stream().anyMatch(Role::isManager);
	}

	/**
	 * Whether the person lets people into the present organization.
	 */
	public boolean isAdmin() {
		return this.roles.stream().anyMatch(Role::isAdmin);
	}

	/**
	 * Whether the person hands out care vouchers.
	 */
	public boolean isCarer() {
		return this.roles.stream().anyMatch(Role::isCarer);
	}

	/**
	 * Whether the person has work to do at the venues of the present organization.
	 */
	public boolean isVenueStaff() {
		return isManager() || is(Role.GATE_STAFF);
	}

	/**
	 * Whether the person manages what belongs to the organization.
	 */
	public boolean manages(UUID owner) {
		return isManager() && owner.equals(this.organization);
	}

	/**
	 * Whether the person may check parties in at the organization's venues.
	 */
	public boolean guards(UUID owner) {
		return isVenueStaff() && owner.equals(this.organization);
	}

}
