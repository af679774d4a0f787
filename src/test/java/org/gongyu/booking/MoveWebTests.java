package org.gongyu.booking;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Moving to another slot in one step: the old seats stay until the new ones are there,
 * and never longer.
 */
class MoveWebTests {

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

	private static HubClient.Answer move(String family, String booking, String slot) {
		return stage.client.post(family, "/bookings/" + booking + "/move", Map.of("slot", slot));
	}

	private static String state(String family, String booking) {
		return stage.client.get(family, "/bookings/" + booking).expect(200).path("state").asString();
	}

	@Test
	void theOldSeatsGoBackWhenTheNewOnesAreThere() {
		String family = stage.family();
		String slot = stage.slot(6000, 5);
		String other = stage.another(slot, 7000);
		String booking = stage.booking(family, slot, 3);
		JsonNode moved = move(family, booking, other).expect(200);
		assertThat(moved.path("seats").asInt()).isEqualTo(3);
		assertThat(stage.left(slot)).isEqualTo(5);
		assertThat(stage.left(other)).isEqualTo(2);
		assertThat(state(family, booking)).isEqualTo("CANCELLED");
		String again = move(family, booking, other).expect(200).path("id").asString();
		assertThat(again).isEqualTo(moved.path("id").asString());
		assertThat(stage.left(other)).isEqualTo(2);
	}

	@Test
	void whereThereIsNoRoomNothingChanges() {
		String family = stage.family();
		String slot = stage.slot(6000, 5);
		String other = stage.another(slot, 7000);
		stage.booking(stage.family(), other, 4);
		String booking = stage.booking(family, slot, 2);
		assertThat(move(family, booking, other).expect(409).path("code").asString()).isEqualTo("SOLD_OUT");
		assertThat(state(family, booking)).isEqualTo("CONFIRMED");
		assertThat(stage.left(slot)).isEqualTo(3);
		assertThat(stage.left(other)).isEqualTo(1);
	}

	@Test
	void onlyOnesOwnAndOnlyWithinTheActivity() {
		String family = stage.family();
		String slot = stage.slot(6000, 5);
		String booking = stage.booking(family, slot, 1);
		move(family, booking, stage.slot(7000, 5)).expect(404);
		move(family, booking, UUID.randomUUID().toString()).expect(404);
		move(stage.family(), booking, stage.another(slot, 7000)).expect(404);
		assertThat(move(family, booking, slot).expect(200).path("id").asString()).isEqualTo(booking);
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
		move(family, booking, stage.another(slot, 8000)).expect(404);
	}

	@Test
	void aChildIsNeverInTwoPlaces() {
		String family = stage.family();
		String child = stage.child(family, "2018-05");
		String slot = stage.slot(6000, 5);
		String other = stage.another(slot, 7000);
		Map<String, Object> wish = Stage.wish(slot, 2);
		wish.put("party", Map.of("adults", 1, "children", List.of(child)));
		String hold = Stage.id(stage.client.hold(family, UUID.randomUUID().toString(), wish));
		String booking = Stage.id(stage.client.post(family, "/bookings", Map.of("holdId", hold)));
		JsonNode moved = move(family, booking, other).expect(200);
		assertThat(moved.path("participants").toString() + moved.path("children")).contains(child);
		JsonNode back = move(family, moved.path("id").asString(), slot).expect(200);
		assertThat(back.path("state").asString()).isEqualTo("CONFIRMED");
	}

	/** Two families change places over and over, others want their seats. */
	@Test
	void manyWhoMoveAtOnceNeitherLoseNorDoubleAnything() {
		String slot = stage.slot(6000, 5);
		String other = stage.another(slot, 7000);
		List<String> families = java.util.stream.IntStream.range(0, 6).mapToObj(i -> stage.family()).toList();
		families.subList(0, 3).forEach(family -> stage.booking(family, slot, 1));
		families.subList(3, 6).forEach(family -> stage.booking(family, other, 1));
		for (int round = 0; round < 6; round++) {
			Flux.fromIterable(families)
				.flatMap(family -> Mono.fromRunnable(() -> hop(family, slot, other))
					.subscribeOn(Schedulers.boundedElastic()), 6)
				.blockLast();
		}
		assertThat(families).allSatisfy(family -> assertThat(standing(family)).isEqualTo(1));
		assertThat(stage.left(slot) + stage.left(other)).isEqualTo(4);
	}

	private static void hop(String family, String slot, String other) {
		for (JsonNode booking : stage.client.get(family, "/bookings").expect(200).path("items")) {
			if (booking.path("state").asString().equals("CONFIRMED")) {
				String to = booking.path("slotId").asString().equals(slot) ? other : slot;
				assertThat(move(family, booking.path("id").asString(), to).status()).isIn(200, 409);
			}
		}
	}

	private static long standing(String family) {
		long standing = 0;
		for (JsonNode booking : stage.client.get(family, "/bookings").expect(200).path("items")) {
			standing += booking.path("state").asString().equals("CONFIRMED") ? 1 : 0;
		}
		return standing;
	}

	@Test
	void aFamilyMovesInTheBrowser() {
		PageClient browser = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		String family = String.valueOf(browser.cookie("gongyu_access"));
		String slot = stage.slot(6000, 5);
		String other = stage.another(slot, 7000);
		String booking = stage.booking(family, slot, 2);
		assertThat(browser.get("/bookings/" + booking).expect(200)).contains("换一场");
		assertThat(browser.get("/bookings/" + booking + "/move").expect(200)).contains(other);
		browser.post("/bookings/" + booking + "/move", Map.of()).expect(422);
		String next = browser.post("/bookings/" + booking + "/move", Map.of("slot", other)).next();
		assertThat(browser.get(next).expect(200)).contains("共 2 人");
	}

}
