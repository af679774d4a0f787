package org.gongyu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The days from one on, with what is known of them.
 */
public final class Almanac {

	/** Two weekends in a row may be worked; three never were. */
	private static final int WEEKEND_AHEAD = 21;

	/** A holiday further away says nothing to who plans now. */
	private static final int HOLIDAY_AHEAD = 120;

	private final LocalDate today;

	private final Map<LocalDate, Holiday> known;

	Almanac(LocalDate today, List<Holiday> known) {
		this.today = today;
		this.known = known.stream().collect(Collectors.toMap(Holiday::day, Function.identity()));
	}

	public LocalDate today() {
		return this.today;
	}

	/**
	 * What differs about the day; null for one that is as its weekday says.
	 */
	public @Nullable Holiday holiday(LocalDate day) {
		return this.known.get(day);
	}

	/**
	 * Whether nobody has school or work.
	 */
	public boolean off(LocalDate day) {
		Holiday holiday = this.known.get(day);
		return (holiday != null) ? holiday.off() : isWeekend(day);
	}

	/**
	 * The next Saturday or Sunday that is off, from today on, with the other one if it is
	 * off, too.
	 */
	public FreeDays weekend() {
		LocalDate first = ahead(WEEKEND_AHEAD).filter(day -> isWeekend(day) && off(day)).findFirst().orElse(this.today);
		LocalDate next = first.plusDays(1);
		boolean both = first.getDayOfWeek() == DayOfWeek.SATURDAY && off(next);
		return new FreeDays(null, first, both ? next : first);
	}

	/**
	 * The next public holiday, or what is left of the one that has begun; null when none
	 * is known.
	 */
	public @Nullable FreeDays nextHoliday() {
		return ahead(HOLIDAY_AHEAD).map(this.known::get)
			.filter(holiday -> holiday != null && holiday.off())
			.findFirst()
			.map(holiday -> new FreeDays(holiday.name(), holiday.day(), lastOff(holiday.day())))
			.orElse(null);
	}

	private LocalDate lastOff(LocalDate first) {
		LocalDate last = first;
		while (off(last.plusDays(1))) {
			last = last.plusDays(1);
		}
		return last;
	}

	private Stream<LocalDate> ahead(int days) {
		return this.today.datesUntil(this.today.plusDays(days));
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

}
