package org.gongyu.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A month as a calendar shows it: the weeks in which there are slots, from Monday on.
 *
 * @param weeks each of seven days; null where the week reaches out of the month
 */
record SlotMonth(YearMonth month, List<List<@Nullable Day>> weeks) {

	/** A calendar of a few days says no more than the list under it. */
	private static final int FEWEST = 4;

	/**
	 * A day.
	 *
	 * @param open how many of its slots have seats
	 */
	record Day(LocalDate date, int slots, long open) {
	}

	/**
	 * The months in which there are slots; none where there are few days.
	 */
	static List<SlotMonth> of(Map<LocalDate, List<SlotLine>> days) {
		SortedMap<YearMonth, Boolean> months = new TreeMap<>();
		days.keySet().forEach(day -> months.put(YearMonth.from(day), true));
		return (days.size() < FEWEST) ? List.of() : months.keySet().stream().map(month -> of(month, days)).toList();
	}

	private static SlotMonth of(YearMonth month, Map<LocalDate, List<SlotLine>> days) {
		List<List<@Nullable Day>> weeks = new ArrayList<>();
		LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
		while (!monday.isAfter(month.atEndOfMonth())) {
			List<@Nullable Day> week = new ArrayList<>();
			monday.datesUntil(monday.plusDays(7)).forEach(date -> week.add(day(month, date, days)));
			if (week.stream().anyMatch(day -> day != null && day.slots() > 0)) {
				weeks.add(week);
			}
			monday = monday.plusDays(7);
		}
		return new SlotMonth(month, weeks);
	}

	private static @Nullable Day day(YearMonth month, LocalDate date, Map<LocalDate, List<SlotLine>> days) {
		List<SlotLine> lines = days.getOrDefault(date, List.of());
		return YearMonth.from(date).equals(month)
				? new Day(date, lines.size(), lines.stream().filter(SlotLine::open).count()) : null;
	}

}
