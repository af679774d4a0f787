package org.gongyu.booking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the venue has to agree, a booking is a request that keeps its seats until the
 * desk has decided.
 */
class RequestWebTests {

	static Hub hub;

	static Stage stage;

	static PageClient desk;

	static String hall;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
		desk = new PageClient(hub.address()).signIn("venue@example.org", Stage.PASSWORD);
		hall = Stage.id(stage.client.post(stage.venue, "/venues",
				Map.of("name", "实验站", "kind", "SCIENCE_CENTER", "region", "云溪区", "bookingMode", "REQUEST")));
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void whomAVenueAgreesToOneByOneIsNotDrawn() {
		Map<String, Object> activity = stage.activity();
		activity.put("venueId", hall);
		String id = Stage.id(stage.client.post(stage.venue, "/activities", activity));
		Instant start = Instant.now().plus(4, ChronoUnit.DAYS);
		JsonNode refused = stage.client.post(stage.venue, "/activities/" + id + "/slots",
				Map.of("startsAt", start.toString(), "endsAt", start.plusSeconds(3600).toString(), "pools",
						List.of(Map.of("pool", "PUBLIC", "capacity", 5, "windowSeconds", 5))))
			.expect(400);
		assertThat(refused.at("/violations/0/field").asString()).isEqualTo("pools");
	}

	@Test
	void aRequestKeepsItsSeatsAndIsAccepted() {
		String family = stage.family();
		String slot = slot(5);
		String booking = stage.booking(family, slot, 2);
		assertThat(state(family, booking)).isEqualTo("REQUESTED");
		assertThat(stage.left(slot)).isEqualTo(3);
		assertThat(desk.get("/desk/slots/" + slot).expect(200)).contains("/desk/bookings/" + booking + "/accept");
		assertThat(decide(booking, "accept").next()).isEqualTo("/desk/slots/" + slot);
		assertThat(state(family, booking)).isEqualTo("CONFIRMED");
		assertThat(stage.left(slot)).isEqualTo(3);
		assertThat(desk.get("/desk/slots/" + slot).expect(200)).doesNotContain("/accept");
		decide(booking, "accept").next();
		assertThat(state(family, booking)).isEqualTo("CONFIRMED");
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
		assertThat(stage.left(slot)).isEqualTo(5);
	}

	@Test
	void aDeclinedRequestFreesItsSeats() {
		String family = stage.family();
		String slot = slot(5);
		String booking = stage.booking(family, slot, 2);
		decide(booking, "cancel").next();
		assertThat(state(family, booking)).isEqualTo("DECLINED");
		assertThat(stage.left(slot)).isEqualTo(5);
		decide(booking, "accept").next();
		assertThat(state(family, booking)).isEqualTo("DECLINED");
		assertThat(stage.left(slot)).isEqualTo(5);
		stage.hold(family, slot, 5).expect(201);
	}

	@Test
	void aRequestCountsAgainstThePartysLimitAndIsNotLetIn() {
		String family = stage.family();
		String slot = stage.slot(request(), 30, Map.of("pool", "PUBLIC", "capacity", 10));
		String booking = stage.booking(family, slot, 4);
		assertThat(stage.hold(family, slot, 2).expect(409).path("code").asString()).isEqualTo("PARTY_LIMIT");
		String code = hub.bean(Tickets.class).code(java.util.UUID.fromString(booking));
		assertThat(
				stage.client.post(stage.venue, "/check-ins", Map.of("code", code)).expect(409).path("code").asString())
			.isEqualTo("NOT_ADMITTED_NOT_CONFIRMED");
	}

	@Test
	void aFamilyTakesItsRequestBack() {
		String family = stage.family();
		String slot = slot(5);
		String booking = stage.booking(family, slot, 2);
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
		assertThat(stage.left(slot)).isEqualTo(5);
		decide(booking, "accept").next();
		assertThat(state(family, booking)).isEqualTo("CANCELLED");
	}

	@Test
	void onlyTheVenueItselfDecides() {
		String booking = stage.booking(stage.family(), slot(5), 2);
		PageClient other = new PageClient(hub.address()).signIn("other@example.org", Stage.PASSWORD);
		other.get("/desk").expect(200);
		other.post("/desk/bookings/" + booking + "/accept", Map.of()).expect(404);
		other.post("/desk/bookings/" + booking + "/cancel", Map.of()).expect(404);
		desk.postBare("/desk/bookings/" + booking + "/accept", Map.of()).expect(403);
		PageClient family = new PageClient(hub.address()).signUp("l" + booking + "@example.org", Stage.PASSWORD);
		family.get("/").expect(200);
		family.post("/desk/bookings/" + booking + "/accept", Map.of()).expect(403);
	}

	private static PageClient.Page decide(String booking, String action) {
		desk.get("/desk").expect(200);
		return desk.post("/desk/bookings/" + booking + "/" + action, Map.of());
	}

	private static String slot(int seats) {
		return stage.slot(request(), 600, Map.of("pool", "PUBLIC", "capacity", seats));
	}

	private static Map<String, Object> request() {
		Map<String, Object> activity = stage.activity();
		activity.put("venueId", hall);
		return activity;
	}

	private static String state(String family, String booking) {
		return stage.client.get(family, "/bookings/" + booking).expect(200).path("state").asString();
	}

}
