package org.gongyu.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;

/**
 * A year's notice in the form of the holiday-cn project, in which the State Council's
 * notices are published: {@code {"year": 2026, "days": [{"name": "元旦", "date":
 * "2026-01-01", "isOffDay": true}]}}. Other fields are read over.
 *
 * @param days days off, and weekend days that are worked; none for a year without a
 * notice
 */
record HolidayNotice(@NotNull Integer year, @NotNull @Size(max = 200) List<@Valid @NotNull Day> days) {

	private static final int EARLIEST = 2000;

	private static final int LATEST = 2200;

	/**
	 * A day of the notice.
	 */
	record Day(@NotBlank @Size(max = 40) String name, @NotNull LocalDate date, @NotNull Boolean isOffDay) {
	}

	/**
	 * @throws InvalidInput where the notice contradicts itself
	 */
	List<Holiday> holidays() {
		if (this.year < EARLIEST || this.year > LATEST) {
			throw new InvalidInput("year", "holidayYear");
		}
		Set<LocalDate> seen = new HashSet<>();
		for (int i = 0; i < this.days.size(); i++) {
			LocalDate date = this.days.get(i).date();
			// the notice of a year begins with New Year, which may begin in December
			boolean near = Math.abs(date.getYear() - this.year) <= 1;
			if (!near || !seen.add(date)) {
				throw new InvalidInput("days[" + i + "].date", near ? "twice" : "holidayYear");
			}
		}
		return this.days.stream().map(day -> new Holiday(day.date(), day.name().strip(), day.isOffDay())).toList();
	}

}
