package org.gongyu.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.gongyu.platform.RedisConnections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Standing in line for a slot, over the API and in pages, on two nodes.
 */
class WaitingRoomWebTests {

	static Hub hub;

	static Hub other;

	static Stage stage;

	static HubClient elsewhere;

	@BeforeAll
	static void start() {
		String[] settings = { "gongyu.admission.most-turns=20", "gongyu.admission.turn=4s",
				"gongyu.admission.look=50ms" };
		hub = Hub.start(settings);
		other = Hub.on(hub.database(), settings);
		stage = new Stage(hub);
		elsewhere = new HubClient(other.address());
	}

	@AfterAll
	static void stop() {
		other.close();
		hub.close();
	}

	/** A slot for which people stand in line. */
	private static String slot(int seats) {
		String slot = stage.slot(600, seats);
		shut(slot);
		return slot;
	}

	private static void shut(String slot) {
		hub.bean(WaitingRooms.class).open(UUID.fromString(slot)).block();
	}

	private static JsonNode join(HubClient client, String family, String slot) {
		HubClient.Answer answer = client.hold(family, UUID.randomUUID().toString(), Stage.wish(slot, 1));
		JsonNode body = answer.expect(429);
		assertThat(body.path("code").asString()).isEqualTo("IN_LINE");
		return body.path("place");
	}

	private static JsonNode place(HubClient client, String family, JsonNode place) {
		return client.get(family, "/places/" + place.path("ticket").asString()).expect(200);
	}

	private static String state(String family, JsonNode place) {
		return place(stage.client, family, place).path("state").asString();
	}

	private static JsonNode turn(String family, JsonNode place) {
		await().until(() -> state(family, place).equals("TURN"));
		return place(stage.client, family, place);
	}

	private static HubClient.Answer hold(HubClient client, String family, String slot, JsonNode turn) {
		Map<String, Object> wish = Stage.wish(slot, 1);
		wish.put("turn", turn.path("turn").asString());
		return client.hold(family, UUID.randomUUID().toString(), wish);
	}

	@Test
	void whoCameFirstHasTheirTurnFirstOnWhicheverNodeTheyAsk() {
		String slot = slot(40);
		List<String> families = new ArrayList<>();
		List<JsonNode> places = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			families.add(stage.family());
		}
		for (int i = 0; i < 12; i++) {
			places.add(join((i % 2 == 0) ? stage.client : elsewhere, families.get(i), slot));
		}
		assertThat(places.get(11).path("ahead").asInt()).isPositive();
		assertThat(places.get(11).at("/waitSeconds/to").asInt()).isPositive();
		int had = 0;
		while (had < 12) {
			// asked from the back: whoever has their turn now, all before have it, too
			int behind = 11;
			while (behind >= had && !state(families.get(behind), places.get(behind)).equals("TURN")) {
				behind--;
			}
			for (; had <= behind; had++) {
				JsonNode turn = place(stage.client, families.get(had), places.get(had));
				assertThat(turn.path("state").asString()).isEqualTo("TURN");
				hold((had % 3 == 0) ? elsewhere : stage.client, families.get(had), slot, turn).expect(201);
			}
		}
	}

	@Test
	void aTurnIsGoodForItsAccountAndItsSlotAlone() {
		String slot = slot(5);
		String next = slot(5);
		String family = stage.family();
		String stranger = stage.family();
		JsonNode place = join(stage.client, family, slot);
		JsonNode turn = turn(family, place);
		hold(stage.client, stranger, slot, turn).expect(429);
		hold(stage.client, family, next, turn).expect(429);
		assertThat(stage.client.get(stranger, "/places/" + place.path("ticket").asString()).status()).isEqualTo(404);
		assertThat(stage.client.get(family, "/places/x").status()).isEqualTo(404);
		hold(stage.client, family, slot, turn).expect(201);
	}

	@Test
	void aPlaceStaysTheSameUntilItsTurnIsOver() {
		String slot = slot(5);
		String family = stage.family();
		String key = UUID.randomUUID().toString();
		JsonNode place = stage.client.hold(family, key, Stage.wish(slot, 1)).expect(429).path("place");
		JsonNode again = stage.client.hold(family, key, Stage.wish(slot, 1)).expect(429).path("place");
		assertThat(again.path("state").asString()).isIn("WAITING", "TURN");
		JsonNode turn = turn(family, place);
		JsonNode hold = hold(stage.client, family, slot, turn).expect(201);
		assertThat(hold.path("id").asString()).isNotEmpty();
		await().until(() -> state(family, place).equals("PASSED"));
		String late = stage.family();
		JsonNode joined = join(stage.client, late, slot);
		assertThat(state(late, joined)).isIn("WAITING", "TURN");
	}

	@Test
	void aHoldThatStandsIsAnsweredToWhoRepeatsIt() {
		String slot = stage.slot(600, 5);
		String family = stage.family();
		String key = UUID.randomUUID().toString();
		JsonNode first = stage.client.hold(family, key, Stage.wish(slot, 2)).expect(201);
		shut(slot);
		assertThat(stage.client.hold(family, key, Stage.wish(slot, 2)).expect(201)).isEqualTo(first);
		stage.client.post(family, "/bookings", Map.of("holdId", first.path("id").asString())).expect(201);
	}

	@Test
	void nobodyWaitsForWhatIsGone() {
		String slot = slot(2);
		List<String> families = List.of(stage.family(), stage.family(), stage.family());
		List<JsonNode> places = families.stream().map(family -> join(stage.client, family, slot)).toList();
		for (int i = 0; i < 2; i++) {
			hold(stage.client, families.get(i), slot, turn(families.get(i), places.get(i))).expect(201);
		}
		await().until(() -> state(families.get(2), places.get(2)).equals("TAKEN"));
		assertThat(stage.hold(stage.family(), slot, 1).expect(409).path("code").asString()).isEqualTo("SOLD_OUT");
	}

	@Test
	void theWaitlistIsNoWayPastTheLine() {
		String slot = slot(5);
		String family = stage.family();
		assertThat(stage.client.post(family, "/waitlist", Map.of("slots", List.of(slot), "adults", 1))
			.expect(409)
			.path("code")
			.asString()).isEqualTo("WAITING_FREE");
		String later = stage.slot(stage.activity(), 6000,
				Map.of("pool", "PUBLIC", "capacity", 5, "releasedAt", Instant.now().plusSeconds(3600).toString()));
		assertThat(stage.client.post(family, "/waitlist", Map.of("slots", List.of(later), "adults", 1))
			.expect(409)
			.path("code")
			.asString()).isEqualTo("WAITING_EARLY");
	}

	@Test
	void nobodyStandsBehindWhoWasToldThatAllIsGone() {
		String slot = slot(2);
		String first = stage.family();
		JsonNode place = join(stage.client, first, slot);
		List<String> others = List.of(stage.family(), stage.family(), stage.family());
		others.forEach(family -> join(stage.client, family, slot));
		Map<String, Object> wish = Stage.wish(slot, 2);
		wish.put("turn", turn(first, place).path("turn").asString());
		String hold = Stage.id(stage.client.hold(first, UUID.randomUUID().toString(), wish));
		String asked = others.get(0);
		await()
			.until(() -> stage.client.hold(asked, UUID.randomUUID().toString(), Stage.wish(slot, 1)).status() == 409);
		await().until(() -> state(first, place).equals("TAKEN"));
		stage.client.delete(first, "/holds/" + hold).expect(204);
		shut(slot);
		assertThat(join(stage.client, stage.family(), slot).path("ahead").asInt()).isZero();
	}

	@Test
	void whatAnotherNodeSawIsKnownHere() {
		String slot = slot(40);
		String family = stage.family();
		JsonNode place = join(elsewhere, family, slot);
		turn(family, place);
		await().until(() -> place(elsewhere, family, place).path("state").asString().equals("TURN"));
	}

	@Test
	void placesOutliveALossOfRedis() {
		String slot = slot(50);
		List<String> families = new ArrayList<>();
		List<JsonNode> places = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			families.add(stage.family());
			places.add(join(stage.client, families.get(i), slot));
		}
		hub.bean(RedisConnections.class).commands().flushall().toCompletableFuture().join();
		shut(slot);
		String late = stage.family();
		JsonNode behind = join(stage.client, late, slot);
		for (int i = 0; i < 10; i++) {
			String family = families.get(i);
			JsonNode turn = turn(family, places.get(i));
			hold(stage.client, family, slot, turn).expect(201);
		}
		hold(stage.client, late, slot, turn(late, behind)).expect(201);
	}

	@Test
	void aQueueThatStandsBeginsALine() {
		try (Hub pressed = Hub.on(hub.database(), "gongyu.admission.under-way=0", "gongyu.admission.delay=0s",
				"gongyu.admission.standing=0s")) {
			HubClient client = new HubClient(pressed.address());
			String slot = stage.slot(600, 50);
			await().until(() -> client.hold(stage.family(), UUID.randomUUID().toString(), Stage.wish(slot, 1))
				.status() == 429);
			join(stage.client, stage.family(), slot);
		}
	}

	@Test
	void whoJoinsALongLineWorksForItAndWhatWasAskedStays() {
		String[] settings = { "gongyu.admission.most-turns=1", "gongyu.admission.look=50ms",
				"gongyu.admission.work-above=1", "gongyu.admission.work-bits=8", "gongyu.admission.unworked=1h" };
		try (Hub busy = Hub.on(hub.database(), settings)) {
			HubClient client = new HubClient(busy.address());
			String slot = slot(20);
			String first = stage.family();
			String second = stage.family();
			JsonNode free = join(client, first, slot);
			JsonNode asked = join(client, second, slot);
			assertThat(asked.path("workBits").asInt()).isEqualTo(8);
			assertThat(join(client, second, slot).path("ticket")).isEqualTo(asked.path("ticket"));
			await().until(() -> place(client, first, free).path("state").asString().equals("TURN"));
			assertThat(place(client, second, asked).path("state").asString()).isEqualTo("WAITING");
			String ticket = asked.path("ticket").asString();
			int found = 0;
			while (Work.zeros(ticket + ":" + found) < 8) {
				found++;
			}
			String proof = "/places/" + ticket + "?proof=" + found;
			await().until(() -> client.get(second, proof).expect(200).path("state").asString().equals("TURN"));
		}
	}

	@Test
	void aPageWaitsAndHoldsWhenItIsItsTurn() {
		String slot = slot(5);
		String activity = stage.client.get(null, "/slots/" + slot).expect(200).at("/activity/id").asString();
		PageClient browser = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		browser.get("/activities/" + activity).expect(200);
		Map<String, String> choice = Map.of("slot", slot, "adults", "1", "guests", "1", "key", "0123456789");
		String line = browser.post("/activities/" + activity + "/hold", choice).next();
		assertThat(line).startsWith("/line/").contains("adults=1", "guests=1", slot);
		String page = browser.get(line).expect(200);
		assertThat(page).contains("data-line", "名额");
		assertThat(page.length()).isLessThan(8000);
		String ticket = line.substring(0, line.indexOf('?'));
		await().until(() -> browser.get(ticket + "/place").expect(200).contains("data-state=\"TURN\""));
		String turn = browser.get(line).expect(200).replaceAll("(?s).*name=\"turn\" value=\"([^\"]+)\".*", "$1");
		Map<String, String> again = new HashMap<>(choice);
		again.put("turn", turn);
		assertThat(browser.post("/activities/" + activity + "/hold", again).next()).startsWith("/holds/");
	}

}
