package org.gongyu.booking;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A family's way through the pages where it is easily lost: before signing in, with a
 * closed tab, with a child to correct, with a ticket at the wrong gate.
 */
class FamilyPagesWebTests {

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

	private static PageClient family() {
		return new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
	}

	private static String activity(String slot) {
		return stage.client.get(null, "/slots/" + slot).expect(200).path("activity").path("id").asString();
	}

	private static String hold(PageClient browser, String slot, String adults) {
		String page = "/activities/" + activity(slot);
		browser.get(page).expect(200);
		return browser.post(page + "/hold", Map.of("slot", slot, "adults", adults, "key", UUID.randomUUID().toString()))
			.next();
	}

	@Test
	void whatWasChosenBeforeSigningInIsStillChosenAfterwards() {
		String slot = stage.slot(600, 5);
		String choose = "/activities/" + activity(slot) + "/choose?slot=" + slot + "&adults=3";
		String signIn = new PageClient(hub.address()).get(choose).next();
		assertThat(signIn).startsWith("/sign-in?next=").contains("choose");
		String page = family().get(choose).expect(200);
		assertThat(page).containsPattern("value=\"" + slot + "\"[^>]*checked").contains("value=\"3\"");
	}

	@Test
	void aClosedTabLosesNoHold() {
		String slot = stage.slot(600, 5);
		PageClient browser = family();
		String hold = hold(browser, slot, "2");
		assertThat(browser.get("/bookings").expect(200)).contains(hold, "继续预约");
		browser.post(hold + "/confirm", Map.of()).next();
		assertThat(browser.get("/bookings").expect(200)).doesNotContain("继续预约");
	}

	@Test
	void aKeyOfAnyLengthIsNotKept() {
		String slot = stage.slot(600, 5);
		PageClient browser = family();
		String page = "/activities/" + activity(slot);
		browser.get(page).expect(200);
		browser.post(page + "/hold", Map.of("slot", slot, "adults", "1", "key", "x".repeat(300_000))).expect(422);
		browser.post(page + "/hold", Map.of("slot", slot, "adults", "1")).expect(422);
		assertThat(stage.left(slot)).isEqualTo(5);
	}

	@Test
	void childrenWithoutNamesNeedAnAdultToo() {
		String slot = stage.slot(600, 5);
		PageClient browser = family();
		String page = "/activities/" + activity(slot);
		browser.get(page).expect(200);
		Map<String, String> alone = Map.of("slot", slot, "adults", "0", "guests", "2", "key", "a key of this form");
		assertThat(browser.post(page + "/hold", alone).expect(422)).contains("14 岁");
		assertThat(stage.left(slot)).isEqualTo(5);
	}

	@Test
	void afterARefusalTheLinksLeadToThePageAndNotToTheForm() {
		String slot = stage.slot(600, 1);
		PageClient browser = family();
		String page = "/activities/" + activity(slot);
		browser.get(page).expect(200);
		String refused = browser.post(page + "/hold", Map.of("slot", slot, "adults", "2", "key", "a key of this form"))
			.expect(409);
		assertThat(refused).contains("back=" + page + "\"").doesNotContain("back=" + page + "/hold");
	}

	@Test
	void aChildIsCorrectedAndRemoved() {
		PageClient browser = family();
		browser.get("/children").expect(200);
		browser.post("/children", Map.of("name", "小和", "birthMonth", "2018-05", "consent", "1")).next();
		String list = browser.get("/children").expect(200);
		String id = list.replaceAll("(?s).*href=\"/children/([0-9a-f-]{36})\".*", "$1");
		assertThat(browser.get("/children/" + id).expect(200)).contains("value=\"小和\"");
		browser.post("/children", Map.of("id", id, "name", "小禾", "birthMonth", "2018-06")).next();
		assertThat(browser.get("/children").expect(200)).contains("小禾").doesNotContain("小和");
		browser.post("/children", Map.of("name", "太老", "birthMonth", "1890-01", "consent", "1")).expect(400);
		PageClient other = family();
		other.get("/children").expect(200);
		other.get("/children/" + id).expect(404);
		other.post("/children/" + id + "/remove", Map.of()).next();
		assertThat(browser.get("/children").expect(200)).contains("小禾");
		browser.post("/children/" + id + "/remove", Map.of()).next();
		assertThat(browser.get("/children").expect(200)).doesNotContain("小禾");
	}

	@Test
	void aTicketOfAnotherTimeIsNotLetIn() {
		String here = stage.slot(30, 5);
		String there = stage.slot(31, 5);
		String booking = stage.booking(stage.family(), there, 1);
		String code = hub.bean(Tickets.class).code(UUID.fromString(booking));
		PageClient gate = new PageClient(hub.address()).signIn("venue@example.org", Stage.PASSWORD);
		gate.get("/desk/slots/" + here).expect(200);
		assertThat(gate.post("/desk/slots/" + here + "/check-in", Map.of("code", code)).expect(409)).contains("另一场");
		gate.post("/desk/slots/" + there + "/check-in", Map.of("code", code)).expect(200);
	}

	@Test
	void aVenueIsFoundUnderItsNewName() {
		String slot = stage.slot(600, 5);
		Map<String, Object> anew = Map.of("name", "云溪恐龙馆", "kind", "MUSEUM", "region", "江北区");
		stage.client.put(stage.venue, "/venues/" + stage.museum, anew).expect(200);
		Awaitility.await()
			.until(() -> stage.client.get(null, "/slots?q=恐龙&region=江北").expect(200).toString().contains(slot));
	}

	@Test
	void aWithdrawnTimeCanBeOfferedAgain() {
		String slot = stage.slot(900, 5);
		var offer = stage.client.get(null, "/slots/" + slot).expect(200);
		stage.client.post(stage.venue, "/slots/" + slot + "/withdraw", Map.of("reason", "停电")).expect(200);
		Map<String, Object> again = Map.of("startsAt", offer.path("slot").path("startsAt").asString(), "endsAt",
				offer.path("slot").path("endsAt").asString(), "pools",
				List.of(Map.of("pool", "PUBLIC", "capacity", 5)));
		stage.client.post(stage.venue, "/activities/" + activity(slot) + "/slots", again).expect(201);
	}

}
