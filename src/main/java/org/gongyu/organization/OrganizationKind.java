package org.gongyu.organization;

import java.util.Set;

import org.gongyu.account.Role;

/**
 * What an organization is in the alliance, and which roles there are in it.
 */
public enum OrganizationKind {

	SCHOOL(Role.SCHOOL_ADMIN, Role.TEACHER), VENUE_OPERATOR(Role.VENUE_MANAGER, Role.GATE_STAFF),
	STATION(Role.STATION_MANAGER, Role.GATE_STAFF), DEPARTMENT(Role.SUPERVISOR, Role.OPERATOR);

	private final Role founder;

	private final Role other;

	OrganizationKind(Role founder, Role other) {
		this.founder = founder;
		this.other = other;
	}

	/**
	 * What the person becomes who brings the organization in.
	 */
	Role founder() {
		return this.founder;
	}

	boolean has(Set<Role> roles) {
		return roles().containsAll(roles);
	}

	/**
	 * The roles of its people.
	 */
	public Set<Role> roles() {
		return Set.of(this.founder, this.other);
	}

}
