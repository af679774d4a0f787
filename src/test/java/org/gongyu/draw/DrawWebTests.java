package org.gongyu.draw;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.gongyu.account.Role;
import org.gongyu.organization.OrganizationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Draws over the API: entering, the frozen list, the result that anybody can compute
 * again, and the seats that it gives.
 */
class DrawWebTests {

	static Hub hub;

	static Stage stage;

	static String school;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.draw.more=2", "gongyu.draw.grace=0s");
		stage = new Stage(hub);
		Staff.add(hub, OrganizationKind.SCHOOL, "school", "school@example.org", Role.SCHOOL_ADMIN);
		school = stage.client.signIn("school@example.org", Stage.PASSWORD);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	/** A slot whose seats are drawn so soon, with entries from now on. */
	private static String slot(int seats, Duration closes, Duration firstCome) {
		Instant now = Instant.now();
		return stage.slot(stage.activity(), 6000,
				new HashMap<>(Map.of("pool", "PUBLIC", "capacity", seats, "releasedAt", now.plus(firstCome).toString(),
						"draw",
						Map.of("opensAt", now.minusSeconds(1).toString(), "closesAt", now.plus(closes).toString()))));
	}

	private static HubClient.Answer enter(String family, String slot, int adults) {
		return stage.client.put(family, "/slots/" + slot + "/draw/entry", Map.of("adults", adults));
	}

	private static JsonNode own(String family, String slot) {
		return stage.client.get(family, "/slots/" + slot + "/draw/entry").expect(200);
	}

	private static JsonNode draw(String slot) {
		return stage.client.get(null, "/slots/" + slot + "/draw").expect(200);
	}

	private static String record(String slot) {
		return String.valueOf(WebClient.create(hub.address())
			.get()
			.uri("/api/v1/slots/" + slot + "/draw/record")
			.retrieve()
			.bodyToMono(String.class)
			.block());
	}

	private static void drawn(String slot) {
		await().until(() -> draw(slot).path("state").asString().equals("DRAWN"));
	}

	private static List<String> families(int count) {
		List<String> families = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			families.add(stage.family());
		}
		return families;
	}

	private static boolean offered(String family) {
		return stage.client.get(family, "/waitlist").expect(200).at("/items/0/offer").isObject();
	}

	/** A household with a care voucher, which has two tickets. */
	private static String careFamily() {
		String code = stage.client.post(school, "/vouchers", Map.of()).expect(201).path("code").asString();
		String family = stage.family();
		stage.client.post(family, "/vouchers/redeem", Map.of("code", code)).expect(204);
		return family;
	}

	private static int firstPlace(List<String> drawn, JsonNode own) {
		int first = Integer.MAX_VALUE;
		for (JsonNode ticket : own.path("tickets")) {
			first = Math.min(first, drawn.indexOf("drawn " + ticket.asString()));
		}
		return first;
	}

	@Test
	void theSeatsGoInTheOrderThatAnybodyCanComputeAgain() {
		List<String> families = families(7);
		families.add(careFamily());
		String slot = slot(3, Duration.ofSeconds(4), Duration.ofHours(1));
		families.forEach(family -> enter(family, slot, 1).expect(200));
		assertThat(own(families.get(7), slot).path("tickets").size()).isEqualTo(2);
		String before = record(slot);
		assertThat(before).contains("commitment ").doesNotContain("ticket ", "seed ");
		stage.hold(families.get(0), slot, 1).expect(409);
		drawn(slot);
		await().until(() -> record(slot).contains("drawn "));
		String after = record(slot);
		assertThat(Replay.of(after, before)).isEqualTo("OK: 9 tickets");
		List<String> drawn = after.lines().filter(line -> line.startsWith("drawn ")).toList();
		families.sort(Comparator.comparing(family -> firstPlace(drawn, own(family, slot))));
		for (int i = 0; i < families.size(); i++) {
			String family = families.get(i);
			int rank = i + 1;
			assertThat(own(family, slot).path("rank").asInt()).isEqualTo(rank);
			await().until(() -> offered(family) == (rank <= 3));
			assertThat(own(family, slot).has("waiting")).isEqualTo(rank <= 5);
		}
	}

	@Test
	void whatWasChangedAfterwardsShows() {
		List<String> families = families(3);
		String slot = slot(3, Duration.ofSeconds(2), Duration.ofHours(1));
		families.forEach(family -> enter(family, slot, 2).expect(200));
		drawn(slot);
		await().until(() -> record(slot).contains("drawn "));
		String after = record(slot);
		String seed = after.lines().filter(line -> line.startsWith("seed ")).findFirst().orElseThrow();
		assertThat(Replay.of(after.replace(seed, "seed " + "0".repeat(64)))).contains("not the one that was committed");
		String ticket = after.lines().filter(line -> line.startsWith("ticket ")).findFirst().orElseThrow();
		assertThat(Replay.of(after.replace(ticket + "\n", ""))).contains("not the list that was frozen");
		assertThat(Replay.of(after.replace(ticket, ticket + "\nticket " + "e".repeat(32))))
			.contains("not the list that was frozen");
		List<String> drawn = after.lines().filter(line -> line.startsWith("drawn ")).toList();
		String swapped = after.replace(drawn.get(0) + "\n" + drawn.get(1), drawn.get(1) + "\n" + drawn.get(0));
		assertThat(Replay.of(swapped)).contains("not what the seed gives");
		assertThat(Replay.of(after, after.replace("commitment ", "commitment 00"))).contains("another one than before");
	}

	@Test
	void anEntryIsOneAHouseholdAndCanBeChangedAndTakenBackUntilTheClose() {
		String family = stage.family();
		String slot = slot(5, Duration.ofSeconds(3), Duration.ofHours(1));
		JsonNode tickets = enter(family, slot, 1).expect(200).path("tickets");
		assertThat(enter(family, slot, 3).expect(200).path("tickets")).isEqualTo(tickets);
		await().until(() -> draw(slot).path("entries").asInt() == 1);
		stage.client.delete(family, "/slots/" + slot + "/draw/entry").expect(204);
		stage.client.delete(family, "/slots/" + slot + "/draw/entry").expect(204);
		await().until(() -> draw(slot).path("entries").asInt() == 0);
		enter(family, slot, 2).expect(200);
		drawn(slot);
		assertThat(stage.client.delete(family, "/slots/" + slot + "/draw/entry").expect(409).path("code").asString())
			.isEqualTo("DRAW_LATE");
		assertThat(enter(stage.family(), slot, 1).expect(409).path("code").asString()).isEqualTo("DRAW_LATE");
	}

	@Test
	void whoCouldNotBookCannotEnter() {
		String slot = slot(5, Duration.ofMinutes(5), Duration.ofHours(1));
		assertThat(enter(stage.family(), slot, 0).expect(422).path("code").asString()).isEqualTo("DRAW_CHOOSE_PARTY");
		assertThat(enter(stage.family(), slot, 6).status()).isEqualTo(422);
		assertThat(enter(stage.family(), stage.slot(600, 3), 1).expect(404).path("code").asString())
			.isEqualTo("NO_DRAW");
		assertThat(stage.client.post(stage.family(), "/waitlist", Map.of("slots", List.of(slot), "adults", 1))
			.expect(409)
			.path("code")
			.asString()).isEqualTo("WAITING_DRAW");
	}

	@Test
	void afterAFairWindowWhoComesGetsWhatIsLeftAtOnce() {
		Map<String, Object> pool = new HashMap<>(Map.of("pool", "PUBLIC", "capacity", 4, "windowSeconds", 2));
		String slot = stage.slot(stage.activity(), 6000, pool);
		String early = stage.family();
		enter(early, slot, 1).expect(200);
		assertThat(stage.hold(stage.family(), slot, 1).status()).isEqualTo(409);
		drawn(slot);
		await().until(() -> offered(early));
		await().untilAsserted(() -> stage.hold(stage.family(), slot, 2).expect(201));
	}

	@Test
	void noOtherWayLeadsToSeatsThatAreDrawn() {
		String slot = slot(4, Duration.ofSeconds(2), Duration.ofSeconds(5));
		String family = stage.family();
		Map<String, Object> wish = Map.of("slots", List.of(slot), "adults", 1);
		assertThat(stage.client.post(family, "/waitlist", wish).status()).isEqualTo(409);
		hub.execute("select note_queue('" + slot + "')");
		assertThat(hub.query("select waiting from slot_seats where slot_id = '" + slot + "'")).isEqualTo("t");
		drawn(slot);
		assertThat(stage.client.post(family, "/waitlist", wish).expect(409).path("code").asString())
			.isEqualTo("WAITING_DRAW");
		await().atMost(Duration.ofSeconds(20)).until(() -> stage.hold(family, slot, 1).status() == 201);
		assertThat(stage.client.post(family, "/waitlist", wish).expect(409).path("code").asString())
			.isEqualTo("WAITING_FREE");
	}

	@Test
	void aPageThatWaitsForTheOpeningComesAgainThen() {
		Map<String, Object> pool = new HashMap<>(Map.of("pool", "PUBLIC", "capacity", 4, "windowSeconds", 30,
				"releasedAt", Instant.now().plusSeconds(60).toString()));
		String slot = stage.slot(stage.activity(), 6000, pool);
		String refresh = WebClient.create(hub.address())
			.get()
			.uri("/slots/" + slot + "/draw")
			.exchangeToMono(page -> page.releaseBody()
				.thenReturn(String.valueOf(page.headers().asHttpHeaders().getFirst("Refresh"))))
			.block();
		assertThat(refresh).matches("(5\\d|60);url=/slots/" + slot + "/draw");
	}

	@Test
	void aWithdrawnSlotIsNotDrawn() {
		String slot = slot(4, Duration.ofMinutes(10), Duration.ofHours(1));
		stage.client.post(stage.venue, "/slots/" + slot + "/withdraw", Map.of("reason", "停电"));
		await().until(() -> draw(slot).path("state").asString().equals("CALLED_OFF"));
		assertThat(enter(stage.family(), slot, 1).status()).isIn(404, 409, 410);
	}

	@Test
	void leftoversOpenAtTheirTimeAndNotBefore() {
		String slot = slot(4, Duration.ofSeconds(1), Duration.ofSeconds(4));
		String family = stage.family();
		drawn(slot);
		assertThat(stage.hold(family, slot, 1).expect(409).path("code").asString()).isEqualTo("NOT_RELEASED");
		await().atMost(Duration.ofSeconds(15)).until(() -> stage.hold(family, slot, 1).status() == 201);
	}

	@Test
	void aDrawForOtherThanPublicSeatsOrWithWrongTimesIsRefusedWithItsField() {
		String start = Instant.now().plus(Duration.ofDays(5)).toString();
		for (Map<String, Object> pool : List.<Map<String, Object>>of(
				Map.of("pool", "SCHOOL", "capacity", 5, "windowSeconds", 5),
				Map.of("pool", "PUBLIC", "capacity", 5, "windowSeconds", 601), Map.of("pool", "PUBLIC", "capacity", 5,
						"draw", Map.of("opensAt", start, "closesAt", Instant.now().toString())))) {
			String activity = Stage.id(stage.client.post(stage.venue, "/activities", stage.activity()));
			JsonNode refused = stage.client
				.post(stage.venue, "/activities/" + activity + "/slots", Map.of("startsAt", start, "endsAt",
						Instant.parse(start).plusSeconds(3600).toString(), "pools", List.of(pool)))
				.expect(400);
			assertThat(refused.at("/violations/0/field").asString()).containsAnyOf("windowSeconds", "draw");
		}
	}

	@Test
	void whoLeavesTheHubLeavesTheTicketBehindAndNothingElse() {
		String family = stage.family();
		String slot = slot(3, Duration.ofSeconds(2), Duration.ofHours(1));
		String ticket = enter(family, slot, 1).expect(200).at("/tickets/0").asString();
		drawn(slot);
		hub.bean(DrawRecords.class)
			.erase(UUID.fromString(String
				.valueOf(hub.query("select household_id from draw_entry where '" + ticket + "' = any (tickets)"))))
			.block();
		assertThat(hub.query("select count(*) from draw_entry where '" + ticket
				+ "' = any (tickets) and household_id is null and account_id is null"))
			.isEqualTo("1");
		assertThat(Replay.of(record(slot))).isEqualTo("OK: 1 tickets");
	}

}
