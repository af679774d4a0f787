package org.gongyu.venue;

/**
 * The kinds of places that plans ask to open: the twelve kinds of venues, the community
 * places, and others.
 */
public enum VenueKind {

	LIBRARY(true), MUSEUM(false), CULTURAL_CENTER(false), INTANGIBLE_HERITAGE_HALL(false), ART_MUSEUM(false),
	MEMORIAL_HALL(false), SCIENCE_CENTER(false), PERFORMANCE_VENUE(false), STADIUM(false), NATIONAL_PARK(false),
	YOUTH_PALACE(true), CHILDRENS_CENTER(true), COMMUNITY_FACILITY(false), WOMEN_CHILDREN_HOME(true),
	PARTY_MASS_CENTER(false), YOUTH_HOME(false), OTHER(false);

	private final boolean freeByLaw;

	VenueKind(boolean freeByLaw) {
		this.freeByLaw = freeByLaw;
	}

	/**
	 * Whether the Law on the Protection of Minors (art. 44) has such a place open to
	 * minors free of charge.
	 */
	public boolean freeByLaw() {
		return this.freeByLaw;
	}

}
