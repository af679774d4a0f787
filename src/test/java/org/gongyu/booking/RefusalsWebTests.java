package org.gongyu.booking;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.gongyu.Hub;
import org.gongyu.HubClient.Answer;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every refused request answers a problem with a code and, where there is one, the field;
 * nothing is half written.
 */
class RefusalsWebTests {

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "501", "99999999999", "1.5", "\"two\"", "null" })
	void aWrongNumberOfSeatsNamesItsField(String seats) {
		String body = "{\"items\":[{\"slotId\":\"" + UUID.randomUUID() + "\",\"pool\":\"PUBLIC\",\"seats\":" + seats
				+ "}]}";
		Answer answer = stage.client.hold(stage.family(), "k", body);
		refused(answer, 400, "INVALID");
		assertThat(field(answer)).contains("seats");
	}

	@Test
	void whatCannotBeReadIsSaidSo() {
		String family = stage.family();
		refused(stage.client.hold(family, "k", "{\"items\":"), 400, "UNREADABLE");
		refused(stage.client.hold(family, "k", "{\"items\":[],\"x\":\"" + "y".repeat(1_200_000) + "\"}"), 413,
				"TOO_LARGE");
		refused(stage.client.get(null, "/slots?cursor=nonsense"), 400, "INVALID");
		refused(stage.client.get(null, "/slots/not-an-id"), 400, "INVALID");
		refused(stage.client.get(null, "/nowhere"), 404, "NOT_FOUND");
		refused(stage.client.get(family, "/nowhere"), 404, "NOT_FOUND");
	}

	@Test
	void aKeyIsNeededAndMeansOneRequest() {
		String family = stage.family();
		String slot = stage.slot(600, 10);
		refused(stage.client.post(family, "/holds", Stage.wish(slot, 1)), 400, "INVALID");
		stage.client.hold(family, "one", Stage.wish(slot, 1)).expect(201);
		refused(stage.client.hold(family, "one", Stage.wish(slot, 2)), 422, "IDEMPOTENCY_KEY_REUSED");
		assertThat(stage.left(slot)).isEqualTo(9);
	}

	@Test
	void unknownAndForgedIdsAreNotFound() {
		String family = stage.family();
		String hold = Stage.id(stage.hold(family, stage.slot(600, 10), 1));
		String forged = hold.substring(0, 20) + ((hold.charAt(20) == 'A') ? 'B' : 'A') + hold.substring(21);
		refused(stage.client.post(family, "/bookings", Map.of("holdId", forged)), 404, "NO_SUCH_HOLD");
		refused(stage.client.post(family, "/bookings", Map.of("holdId", "x")), 404, "NO_SUCH_HOLD");
		refused(stage.hold(family, UUID.randomUUID().toString(), 1), 404, "NO_SUCH_SLOT");
		refused(stage.client.get(family, "/bookings/" + UUID.randomUUID()), 404, "NO_SUCH_BOOKING");
	}

	@Test
	void whatBelongsToOthersIsNotThere() {
		String family = stage.family();
		String stranger = stage.family();
		String slot = stage.slot(600, 10);
		String hold = Stage.id(stage.hold(family, slot, 1));
		String booking = stage.booking(family, slot, 1);
		refused(stage.client.post(stranger, "/bookings", Map.of("holdId", hold)), 404, "NO_SUCH_HOLD");
		refused(stage.client.delete(stranger, "/holds/" + hold), 404, "NO_SUCH_HOLD");
		refused(stage.client.get(stranger, "/bookings/" + booking), 404, "NO_SUCH_BOOKING");
		refused(stage.client.post(stranger, "/bookings/" + booking + "/cancel", Map.of()), 404, "NO_SUCH_BOOKING");
		refused(stage.client.post(stage.otherVenue, "/slots/" + slot + "/withdraw", Map.of("reason", "x")), 404,
				"NO_SUCH_SLOT");
		refused(stage.client.post(family, "/venues", Map.of("name", "x", "kind", "MUSEUM", "region", "y")), 403,
				"FORBIDDEN");
	}

	@Test
	void thePartyKeepsTheRules() {
		String family = stage.family();
		String slot = stage.slot(600, 10);
		String child = stage.child(family, YearMonth.now().minusYears(8).toString());
		String baby = stage.child(family, YearMonth.now().minusYears(2).toString());
		refused(party(family, slot, 3, 1, child), 422, "PARTY_SIZE");
		refused(party(family, slot, 1, 0, child), 422, "ADULT_REQUIRED");
		refused(party(family, slot, 2, 1, baby), 422, "AGE");
		refused(party(stage.family(), slot, 2, 1, child), 422, "NOT_YOUR_CHILD");
		party(family, slot, 2, 1, child).expect(201);
	}

	@Test
	void aChildIsInOnePlaceAtATime() {
		String family = stage.family();
		String child = stage.child(family, YearMonth.now().minusYears(8).toString());
		String here = stage.slot(600, 10);
		Map<String, Object> elsewhere = stage.activity();
		elsewhere.put("venueId", stage.museum("馆" + UUID.randomUUID(), "MUSEUM"));
		String there = stage.slot(elsewhere, 630, Map.of("pool", "PUBLIC", "capacity", 5));
		String first = Stage.id(party(family, here, 2, 1, child));
		String second = Stage.id(party(family, there, 2, 1, child));
		stage.client.post(family, "/bookings", Map.of("holdId", first)).expect(201);
		refused(stage.client.post(family, "/bookings", Map.of("holdId", second)), 409, "CHILD_ELSEWHERE");
		refused(party(family, there, 2, 1, child), 409, "CHILD_ELSEWHERE");
	}

	@Test
	void limitsHold() {
		String family = stage.family();
		String slot = stage.slot(600, 50);
		refused(stage.hold(family, slot, 6), 409, "PARTY_LIMIT");
		for (int i = 0; i < 3; i++) {
			stage.hold(family, slot, 1).expect(201);
		}
		refused(stage.hold(family, slot, 1), 409, "TOO_MANY_HOLDS");
		assertThat(stage.left(slot)).isEqualTo(47);
	}

	@Test
	void whatIsNotReleasedCannotBeHeld() {
		String release = Instant.now().plus(1, ChronoUnit.HOURS).toString();
		String slot = stage.slot(stage.activity(), 600, Map.of("pool", "PUBLIC", "capacity", 5, "releasedAt", release));
		refused(stage.hold(stage.family(), slot, 1), 409, "NOT_RELEASED");
	}

	@Test
	void nobodyLearnsOfAClosedPool() {
		String slot = stage.slot(stage.activity(), 600, Map.of("pool", "CARE", "capacity", 5));
		assertThat(stage.client.get(null, "/slots/" + slot).expect(200).toString()).doesNotContain("CARE");
		assertThat(stage.client.get(null, "/slots/" + slot + "/availability").expect(200).toString())
			.doesNotContain("CARE");
		assertThat(stage.client.get(null, "/slots?audience=CARE&size=100").expect(200).path("items")).isEmpty();
	}

	@Test
	void theLawIsCode() {
		Map<String, Object> library = stage.activity();
		library.putAll(Map.of("venueId", stage.museum("馆" + UUID.randomUUID(), "LIBRARY"), "admission", "DISCOUNTED",
				"priceCents", 500));
		String id = Stage.id(stage.client.post(stage.venue, "/activities", library));
		stage.client.post(stage.venue, "/activities/" + id + "/slots", slotBody(600)).expect(201);
		refused(stage.client.post(stage.venue, "/activities/" + id + "/publish", Map.of()), 422, "FREE_BY_LAW");
	}

	@Test
	void contradictionsInPlansNameTheirField() {
		Map<String, Object> wrong = stage.activity();
		wrong.put("ageTo", 3);
		assertThat(field(stage.client.post(stage.venue, "/activities", wrong))).isEqualTo("ageTo");
		String id = Stage.id(stage.client.post(stage.venue, "/activities", stage.activity()));
		assertThat(field(stage.client.post(stage.venue, "/activities/" + id + "/slots", slotBody(-60))))
			.isEqualTo("startsAt");
		Map<String, Object> museum = Map.of("name", "馆" + UUID.randomUUID(), "kind", "MUSEUM", "region", "r", "zone",
				"Mars/Olympus");
		assertThat(field(stage.client.post(stage.venue, "/venues", museum))).isEqualTo("zone");
		refused(stage.client.post(stage.venue, "/activities/" + id + "/publish", Map.of()), 422, "NOTHING_TO_PUBLISH");
	}

	@Test
	void aWithdrawnSlotTakesItsBookingsAlong() {
		String family = stage.family();
		String slot = stage.slot(600, 10);
		String booking = stage.booking(family, slot, 2);
		stage.client.post(stage.venue, "/slots/" + slot + "/withdraw", Map.of("reason", "展厅检修")).expect(200);
		Awaitility.await()
			.until(() -> stage.client.get(family, "/bookings/" + booking)
				.body()
				.path("state")
				.asString()
				.equals("CANCELLED"));
		assertThat(stage.client.get(family, "/bookings/" + booking).body().path("cancelledByVenue").asBoolean())
			.isTrue();
		refused(stage.hold(family, slot, 1), 409, "SLOT_CLOSED");
	}

	private Answer party(String family, String slot, int seats, int adults, String child) {
		Map<String, Object> wish = Stage.wish(slot, seats);
		wish.put("party", Map.of("adults", adults, "children", List.of(child)));
		return stage.client.hold(family, UUID.randomUUID().toString(), wish);
	}

	private static Map<String, Object> slotBody(int minutes) {
		Instant start = Instant.now().plus(minutes, ChronoUnit.MINUTES);
		return Map.of("startsAt", start.toString(), "endsAt", start.plusSeconds(3600).toString(), "pools",
				List.of(Map.of("pool", "PUBLIC", "capacity", 5)));
	}

	private static String field(Answer answer) {
		return answer.body().path("violations").get(0).path("field").asString();
	}

	private static void refused(Answer answer, int status, String code) {
		assertThat(answer.expect(status).path("code").asString()).isEqualTo(code);
		assertThat(answer.body().path("detail").asString()).doesNotContain("refusal.", "problem.", "invalid.");
	}

}
