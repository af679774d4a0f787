package org.gongyu.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which days are off.
 */
class AlmanacTests {

	private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 18);

	@Test
	void withoutANoticeAWeekendIsSaturdayAndSunday() {
		Almanac almanac = new Almanac(FRIDAY, List.of());
		assertThat(almanac.weekend()).isEqualTo(days(null, FRIDAY.plusDays(1), FRIDAY.plusDays(2)));
		assertThat(almanac.nextHoliday()).isNull();
	}

	@Test
	void onASundayTheWeekendIsThatDay() {
		LocalDate sunday = FRIDAY.plusDays(2);
		assertThat(new Almanac(sunday, List.of()).weekend()).isEqualTo(days(null, sunday, sunday));
	}

	@Test
	void aWorkedSundayIsNoWeekend() {
		Almanac almanac = new Almanac(FRIDAY, List.of(new Holiday(FRIDAY.plusDays(2), "国庆节", false)));
		assertThat(almanac.weekend()).isEqualTo(days(null, FRIDAY.plusDays(1), FRIDAY.plusDays(1)));
		assertThat(almanac.off(FRIDAY.plusDays(2))).isFalse();
	}

	@Test
	void aWeekendThatIsWorkedIsFollowedByTheNext() {
		Almanac almanac = new Almanac(FRIDAY,
				List.of(new Holiday(FRIDAY.plusDays(1), "国庆节", false), new Holiday(FRIDAY.plusDays(2), "国庆节", false)));
		assertThat(almanac.weekend()).isEqualTo(days(null, FRIDAY.plusDays(8), FRIDAY.plusDays(9)));
	}

	@Test
	void aHolidayGoesOnOverItsWeekend() {
		LocalDate thursday = LocalDate.of(2026, 10, 1);
		Almanac almanac = new Almanac(FRIDAY, List.of(new Holiday(thursday, "国庆节", true),
				new Holiday(thursday.plusDays(1), "国庆节", true), new Holiday(thursday.plusDays(9), "国庆节", false)));
		assertThat(almanac.nextHoliday()).isEqualTo(days("国庆节", thursday, thursday.plusDays(3)));
	}

	@Test
	void ofAHolidayThatHasBegunTheRestIsLeft() {
		LocalDate today = LocalDate.of(2026, 10, 5);
		List<Holiday> known = new ArrayList<>();
		for (int day = 1; day <= 7; day++) {
			known.add(new Holiday(LocalDate.of(2026, 10, day), "国庆节", true));
		}
		assertThat(new Almanac(today, known).nextHoliday()).isEqualTo(days("国庆节", today, today.plusDays(2)));
	}

	private static FreeDays days(@Nullable String name, LocalDate first, LocalDate last) {
		return new FreeDays(name, first, last);
	}

}
