package org.gongyu.roster;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.gongyu.household.AccessNeed;
import org.jspecify.annotations.Nullable;

/**
 * A party of a roster.
 *
 * @param contactName who the desk booked for
 * @param unnamed how many seats have no name: grown-ups, and children whose guardian did
 * not agree
 */
record RosterLine(UUID booking, @Nullable String contactName, int seats, int adults, List<Named> children, int unnamed,
		boolean checkedIn) {

	/**
	 * A child as the venue's staff see it.
	 */
	record Named(String name, int age, Set<AccessNeed> needs) {
	}

}
