package org.gongyu.account;

/**
 * What an account may do. Venue managers and gate staff act for their organization.
 */
public enum Role {

	GUARDIAN, VENUE_MANAGER, GATE_STAFF, OPERATOR

}
