package org.gongyu.account;

/**
 * What somebody may do. A guardian acts for a household, everybody else for the
 * organization of which they are a member.
 */
public enum Role {

	GUARDIAN, TEACHER, SCHOOL_ADMIN, VENUE_MANAGER, GATE_STAFF, STATION_MANAGER, SUPERVISOR, OPERATOR;

	/**
	 * Whether it publishes places: a venue's manager, or a community station's.
	 */
	public boolean isManager() {
		return this == VENUE_MANAGER || this == STATION_MANAGER;
	}

	/**
	 * Whether it hands care vouchers to families: schools, community stations and
	 * departments know whom they look after.
	 */
	public boolean isCarer() {
		return this == STATION_MANAGER || this == SCHOOL_ADMIN || this == SUPERVISOR;
	}

	/**
	 * Whether it lets people into its organization and out of it.
	 */
	public boolean isAdmin() {
		return isManager() || this == SCHOOL_ADMIN || this == OPERATOR;
	}

}
