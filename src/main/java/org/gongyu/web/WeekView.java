package org.gongyu.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongyu.activity.SlotCard;
import org.gongyu.calendar.Almanac;
import org.gongyu.calendar.Holiday;
import org.gongyu.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * A calendar week with what takes place on each day.
 *
 * @param partial whether there is more than is shown
 */
record WeekView(LocalDate before, LocalDate after, List<Day> days, boolean partial) {

	/**
	 * A day.
	 *
	 * @param holiday what differs about it; null for one that is as its weekday says
	 */
	record Day(LocalDate date, boolean off, @Nullable Holiday holiday, List<SlotCard> slots) {
	}

	static WeekView of(Span week, Page<SlotCard> found, Almanac almanac) {
		Map<LocalDate, List<SlotCard>> byDay = found.items()
			.stream()
			.collect(Collectors.groupingBy(slot -> slot.startsAt().atZone(slot.zone()).toLocalDate()));
		List<Day> days = week.first()
			.datesUntil(week.last().plusDays(1))
			.map(date -> new Day(date, almanac.off(date), almanac.holiday(date), byDay.getOrDefault(date, List.of())))
			.toList();
		return new WeekView(week.first().minusDays(7), week.first().plusDays(7), days, found.next() != null);
	}

	public boolean isEmpty() {
		return this.days.stream().allMatch(day -> day.slots().isEmpty());
	}

}
