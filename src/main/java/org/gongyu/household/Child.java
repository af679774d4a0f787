package org.gongyu.household;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A child of a household, with as little as bookings need.
 *
 * @param birthMonth the month of birth; the day is never asked
 * @param school the name of its school, if the family wants to say
 * @param schoolClass its class there
 * @param needs what it needs to take part
 */
public record Child(UUID id, String name, YearMonth birthMonth, @Nullable SchoolStage schoolStage,
		@Nullable String school, @Nullable String schoolClass, Set<AccessNeed> needs) {

	/**
	 * The age in whole years on a day, as if born on the first of the month.
	 */
	public int ageOn(LocalDate day) {
		return Period.between(this.birthMonth.atDay(1), day).getYears();
	}

}
