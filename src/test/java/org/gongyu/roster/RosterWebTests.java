package org.gongyu.roster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.gongyu.account.Role;
import org.gongyu.organization.OrganizationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Names at the venue's desk: only where its rule asks for them and the guardian agreed,
 * only around the slot, each look written down, a file only with a second person, and
 * nothing some days later.
 */
class RosterWebTests {

	static Hub hub;

	static Stage stage;

	static String operator;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.booking.retention=300ms");
		stage = new Stage(hub);
		operator = Staff.operator(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static String slot(int minutes, boolean names) {
		Map<String, Object> activity = stage.activity();
		activity.put("namesRequired", names);
		activity.put("adultRequired", false);
		return stage.slot(activity, minutes, Map.of("pool", "PUBLIC", "capacity", 10));
	}

	private static void agree(String family, boolean given) {
		stage.client.put(family, "/consents/NAME_TO_VENUE", Map.of("version", 1, "given", given)).expect(204);
	}

	private static Map<String, Object> wish(String family, String slot) {
		Map<String, Object> wish = Stage.wish(slot, 2);
		wish.put("party", Map.of("adults", 1, "children", List.of(stage.child(family, "2018-05"))));
		return wish;
	}

	private static String book(String family, String slot) {
		String hold = Stage.id(stage.client.hold(family, UUID.randomUUID().toString(), wish(family, slot)));
		return Stage.id(stage.client.post(family, "/bookings", Map.of("holdId", hold)));
	}

	private static JsonNode roster(String slot) {
		return stage.client.get(stage.venue, "/desk/slots/" + slot + "/roster").expect(200).path("items");
	}

	@Test
	void aNameIsGivenOnlyWithConsent() {
		String slot = slot(600, true);
		String family = stage.family();
		assertThat(stage.client.hold(family, UUID.randomUUID().toString(), wish(family, slot))
			.expect(422)
			.path("code")
			.asString()).isEqualTo("NAME_CONSENT");
		agree(family, true);
		book(family, slot);
		assertThat(roster(slot).get(0).path("children").get(0).path("name").asString()).isEqualTo("小禾");
		agree(family, false);
		assertThat(roster(slot).get(0).path("children")).isEmpty();
		assertThat(roster(slot).get(0).path("unnamed").asInt()).isEqualTo(2);
	}

	@Test
	void eachLookIsWrittenDown() {
		String slot = slot(600, true);
		roster(slot);
		JsonNode entries = stage.client.get(operator, "/audit?action=ROSTER_SEEN&subject=" + slot)
			.expect(200)
			.path("items");
		assertThat(entries).hasSize(1);
		assertThat(entries.get(0).path("actor").asString()).isNotBlank();
	}

	@Test
	void whatNobodyNeedsNobodySees() {
		String path = "/desk/slots/" + slot(600, false) + "/roster";
		assertThat(stage.client.get(stage.venue, path).expect(404).path("code").asString())
			.isEqualTo("ROSTER_NOT_NEEDED");
		String early = "/desk/slots/" + slot(60 * 24 * 20, true) + "/roster";
		assertThat(stage.client.get(stage.venue, early).expect(409).path("code").asString()).isEqualTo("ROSTER_CLOSED");
	}

	@Test
	void aFileNeedsASecondPersonAndIsFetchedOnce() {
		String slot = slot(600, true);
		String family = stage.family();
		agree(family, true);
		book(family, slot);
		Staff.add(hub, OrganizationKind.VENUE_OPERATOR, "venue", "second@example.org", Role.VENUE_MANAGER);
		PageClient first = new PageClient(hub.address()).signIn("venue@example.org", Stage.PASSWORD);
		PageClient second = new PageClient(hub.address()).signIn("second@example.org", Stage.PASSWORD);
		String page = "/desk/slots/" + slot + "/roster";
		first.get(page).expect(200);
		first.post(page + "/exports", Map.of()).next();
		String id = second.get(page).expect(200).replaceAll("(?s).*/roster-exports/([0-9a-f-]{36})/approve.*", "$1");
		String export = "/desk/roster-exports/" + id;
		first.post(export + "/file", Map.of()).expect(409);
		first.post(export + "/approve", Map.of()).expect(409);
		second.post(export + "/approve", Map.of()).next();
		second.post(export + "/file", Map.of()).expect(409);
		assertThat(first.post(export + "/file", Map.of()).expect(200)).contains("小禾");
		first.post(export + "/file", Map.of()).expect(409);
		assertThat(stage.client.get(operator, "/audit?subject=" + slot)
			.expect(200)
			.path("items")
			.findValuesAsString("action")).contains("EXPORT_REQUESTED", "EXPORT_APPROVED", "ROSTER_EXPORTED");
	}

	@Test
	void namesAreErasedAfterTheirTime() {
		String slot = slot(600, true);
		String family = stage.family();
		agree(family, true);
		String booking = book(family, slot);
		hub.execute("update booking set starts_at = now() - interval '31 days' where slot_id = '" + slot + "'");
		await().atMost(Duration.ofSeconds(20))
			.until(() -> stage.client.get(family, "/bookings/" + booking).expect(200).path("children").isEmpty());
		assertThat(stage.client.get(family, "/bookings/" + booking).expect(200).path("seats").asInt()).isEqualTo(2);
		PageClient browser = new PageClient(hub.address()).signIn("operator@example.org", Stage.PASSWORD);
		assertThat(browser.get("/operator/jobs").expect(200)).contains("到期删除名单");
	}

}
