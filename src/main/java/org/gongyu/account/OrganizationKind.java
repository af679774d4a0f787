package org.gongyu.account;

/**
 * What an organization is in the alliance.
 */
public enum OrganizationKind {

	SCHOOL, VENUE_OPERATOR, STATION, DEPARTMENT

}
