package org.gongyu.account;

import java.util.Set;

/**
 * To whom a door opens.
 */
public enum Who {

	ANYBODY, SIGNED_IN, GUARDIAN, MANAGER, VENUE_STAFF, ADMIN, CARER, OPERATOR;

	/**
	 * Whether somebody signed in with these roles may pass.
	 */
	public boolean admits(Set<Role> roles) {
		return switch (this) {
			case ANYBODY, SIGNED_IN -> true;
			case GUARDIAN -> roles.contains(Role.GUARDIAN);
			case MANAGER -> roles.stream().anyMatch(Role::isManager);
			case VENUE_STAFF -> roles.stream().anyMatch(role -> role.isManager() || role == Role.GATE_STAFF);
			case ADMIN -> roles.stream().anyMatch(Role::isAdmin);
			case CARER -> roles.stream().anyMatch(Role::isCarer);
			case OPERATOR -> roles.contains(Role.OPERATOR);
		};
	}

}
