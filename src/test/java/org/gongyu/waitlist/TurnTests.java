package org.gongyu.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose turn it is, and what a place on the list is said to be.
 */
class TurnTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final Duration PATIENCE = Duration.ofHours(6);

	private static WaitingParty party(int place, int seats, @Nullable Instant dueAt) {
		return new WaitingParty(new UUID(0, place), place, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
				seats, 1, List.of(), WaitingParty.State.WAITING, 0, dueAt, NOW);
	}

	private static Turn turn(int free, WaitingParty... waiting) {
		return Turn.of(List.of(waiting), free, NOW, PATIENCE);
	}

	@Test
	void whoHasWaitedLongestAndFitsIsNext() {
		WaitingParty first = party(1, 2, null);
		assertThat(turn(3, first, party(2, 1, null))).isEqualTo(new Turn.Serve(first));
	}

	@Test
	void whoNeedsMoreIsSkipped() {
		WaitingParty small = party(2, 2, null);
		assertThat(turn(2, party(1, 4, null), small, party(3, 1, null))).isEqualTo(new Turn.Serve(small));
	}

	@Test
	void seatsAreSavedUpForWhoIsDue() {
		WaitingParty due = party(1, 4, NOW.minus(Duration.ofHours(1)));
		assertThat(turn(2, due, party(2, 2, null))).isEqualTo(new Turn.Keep());
		assertThat(turn(4, due, party(2, 2, null))).isEqualTo(new Turn.Serve(due));
	}

	@Test
	void butNotForEver() {
		WaitingParty small = party(2, 2, null);
		assertThat(turn(2, party(1, 4, NOW.minus(PATIENCE)), small)).isEqualTo(new Turn.Serve(small));
	}

	@Test
	void whatFitsNobodyIsForEverybody() {
		assertThat(turn(1, party(1, 4, null), party(2, 2, null))).isEqualTo(new Turn.Open());
		assertThat(turn(0, party(1, 4, null))).isEqualTo(new Turn.Keep());
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 0", "1, 1, 1", "2, 2, 3", "3, 2, 3", "4, 4, 5", "9, 6, 10", "150, 101, 200" })
	void aPlaceIsToldAsARange(int exactly, int from, int to) {
		assertThat(Ahead.of(exactly)).isEqualTo(new Ahead(from, to));
	}

	@ParameterizedTest
	@CsvSource({
			// in the afternoon two hours
			"2026-11-22T15:00, 2026-11-29T10:00, 2026-11-22T17:00",
			// what would end at night lasts until the morning
			"2026-11-22T21:00, 2026-11-29T10:00, 2026-11-23T09:00",
			"2026-11-22T23:30, 2026-11-29T10:00, 2026-11-23T09:00",
			"2026-11-23T03:00, 2026-11-29T10:00, 2026-11-23T09:00",
			// and nothing lasts into the last half hour
			"2026-11-22T15:00, 2026-11-22T16:00, 2026-11-22T15:30",
			"2026-11-22T23:00, 2026-11-23T08:00, 2026-11-23T07:30" })
	void nobodyMustAnswerAtNight(String now, String starts, String until) {
		var zone = ZoneId.of("Asia/Shanghai");
		OfferTime time = new OfferTime(new WaitlistProperties(Duration.ofHours(2), LocalTime.of(22, 0),
				LocalTime.of(9, 0), Duration.ofMinutes(30), 3, PATIENCE, Duration.ofSeconds(1), 200, 500));
		assertThat(time.until(at(now), zone, at(starts))).isEqualTo(at(until));
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
	}

}
