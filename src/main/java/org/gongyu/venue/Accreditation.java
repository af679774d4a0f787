package org.gongyu.venue;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a venue is accredited for; it may hold several.
 *
 * @param level who accredited it: national, provincial, city, county; free text
 * @param validUntil the last day, or null for no end
 */
public record Accreditation(Kind kind, @Nullable String level, @Nullable LocalDate validUntil) {

	/**
	 * The four kinds of bases.
	 */
	public enum Kind {

		PATRIOTIC_EDUCATION, LEGAL_EDUCATION, STUDY_TRIP, SCIENCE_POPULARIZATION

	}

}
