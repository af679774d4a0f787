package org.gongyu.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.gongyu.TestKeys;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a place is worth, what is told of it, and that nobody can make one.
 */
class LineTests {

	private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

	private static final AdmissionProperties SETTINGS = new Binder(new MapConfigurationPropertySource(
			Map.of("gongyu.admission.most-turns", "100", "gongyu.admission.turns-per-seat", "1")))
		.bind("gongyu.admission", AdmissionProperties.class)
		.get();

	private static Signer signer(String purpose) {
		return new Binder(new MapConfigurationPropertySource(
				Map.of("gongyu.secret", TestKeys.SECRET, "gongyu.vault-keys", TestKeys.vaultKeys())))
			.bind("gongyu", HubProperties.class)
			.get()
			.signer(purpose);
	}

	private static Ticket ticket(long number) {
		return new Ticket(new UUID(0, 1), new UUID(0, 2), number, 2, 14, NOON);
	}

	private static Line line(long last, long served, long past, int seats) {
		return new Line(new LineCounts(last, served, past), new Line.Seats(seats, false), 0);
	}

	@ParameterizedTest
	@CsvSource({ "90, 50, WAITING", "40, 50, TURN", "50, 50, TURN", "51, 50, WAITING", "10, 50, PASSED", "11, 50, TURN",
			"40, 1, TAKEN", "90, 1, TAKEN", "10, 0, TAKEN", "40, 2, TURN" })
	void aPlaceIsWorthWhatTheLineSays(long number, int seats, Place.State state) {
		assertThat(line(100, 50, 10, seats).state(ticket(number), true, NOON, SETTINGS)).isEqualTo(state);
	}

	@Test
	void whoDoesNotDoTheWorkHasTheirTurnAMinuteLater() {
		Line line = line(100, 50, 10, 50);
		assertThat(line.state(ticket(40), false, NOON.plusSeconds(59), SETTINGS)).isEqualTo(Place.State.WAITING);
		assertThat(line.state(ticket(40), false, NOON.plusSeconds(60), SETTINGS)).isEqualTo(Place.State.TURN);
	}

	@Test
	void theRangeHoldsTheTimeThatItTakesWhenTheLineMovesOnOrSlowsDown() {
		assertThat(line(1000, 500, 0, 5000).wait(ticket(801), SETTINGS)).isEqualTo(new Place.Wait(3, 8));
		assertThat(line(1000, 500, 0, 10).wait(ticket(801), SETTINGS)).isEqualTo(new Place.Wait(30, 62));
		assertThat(line(1000, 500, 0, 10).wait(ticket(501), SETTINGS)).isEqualTo(new Place.Wait(0, 2));
	}

	@Test
	void whoIsNearAsksOftenAndAllTogetherNotTooOften() {
		assertThat(line(100_000, 0, 0, 5000).again(ticket(50), SETTINGS)).isEqualTo(Duration.ofMillis(500));
		double questions = 0;
		Line crowd = line(50_000, 0, 0, 5000);
		for (int number = 1; number <= 50_000; number++) {
			Duration again = crowd.again(ticket(number), SETTINGS);
			assertThat(again).isBetween(Duration.ofMillis(500), Duration.ofSeconds(36));
			questions += 1000.0 / again.toMillis();
		}
		assertThat(questions).isLessThan(3000);
	}

	@Test
	void aTicketIsGenuineOrNothing() {
		Signer signer = signer("line");
		String sealed = ticket(7).seal(signer);
		assertThat(Ticket.open(sealed, signer)).isEqualTo(ticket(7));
		assertThat(Ticket.open(sealed, signer("turn"))).isNull();
		for (int i = 0; i < sealed.length() - 1; i++) {
			char other = (sealed.charAt(i) == 'A') ? 'B' : 'A';
			assertThat(Ticket.open(sealed.substring(0, i) + other + sealed.substring(i + 1), signer)).isNull();
		}
		assertThat(Ticket.open("", signer)).isNull();
		assertThat(Ticket.open("%".repeat(sealed.length()), signer)).isNull();
	}

	@Test
	void workIsANumberThatTakesAWhileToFind() {
		Work work = new Work();
		assertThat(work.given("ticket", 0, null).block()).isTrue();
		assertThat(work.given("ticket", 10, null).block()).isFalse();
		int found = 0;
		while (Work.zeros("ticket:" + found) < 10) {
			found++;
		}
		assertThat(found).isPositive();
		assertThat(work.given("ticket", 10, String.valueOf(found)).block()).isTrue();
		assertThat(work.given("another", 10, String.valueOf(found)).block()).isFalse();
	}

}
