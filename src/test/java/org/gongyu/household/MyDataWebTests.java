package org.gongyu.household;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the hub keeps of somebody: nothing in plain text that tells who a child is, all of
 * it to take along, and nothing but counts once the household has left.
 */
class MyDataWebTests {

	private static final String CHILD = "欧阳若溪";

	private static final String SCHOOL = "云溪第九实验小学";

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.household.linger=3s", "gongyu.household.erase=1s");
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static String child(String family) {
		return Stage.id(stage.client.post(family, "/children", Map.of("name", CHILD, "birthMonth", "2018-05", "school",
				SCHOOL, "schoolClass", "二年级三班", "needs", List.of("QUIET_SPACE"), "consent", 1)));
	}

	private static String household(String login) {
		return Objects.requireNonNull(hub.bean(DatabaseClient.class)
			.sql("select household_id::text as id from account where login = :login")
			.bind("login", login)
			.map(row -> row.get("id", String.class))
			.one()
			.block());
	}

	@Test
	void noNameAndNoPasswordIsInADump() {
		String family = stage.client.signUp("dump@example.org", "a horse called 欧阳锋", "林");
		String child = child(family);
		stage.booking(family, stage.slot(600, 5), 1);
		stage.client
			.put(family, "/children/" + child, Map.of("name", CHILD + "子", "birthMonth", "2018-05", "school", SCHOOL))
			.expect(200);
		String dump = hub.dump();
		assertThat(dump).contains(child);
		for (String secret : List.of(CHILD, SCHOOL, "二年级三班", "QUIET_SPACE", "a horse called", "欧阳锋")) {
			assertThat(dump).doesNotContain(secret)
				.doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
		}
	}

	@Test
	void everythingCanBeTakenAlong() {
		String family = stage.family();
		child(family);
		String booking = stage.booking(family, stage.slot(600, 5), 1);
		JsonNode data = stage.client.get(family, "/my-data").expect(200);
		assertThat(data.path("children").get(0).path("name").asString()).isEqualTo(CHILD);
		assertThat(data.path("children").get(0).path("school").asString()).isEqualTo(SCHOOL);
		assertThat(data.path("consents").get(0).path("purpose").asString()).isEqualTo("REGISTER_CHILD");
		assertThat(data.path("records").path("bookings").get(0).path("id").asString()).isEqualTo(booking);
	}

	@Test
	void nothingButCountsIsLeftOfAHousehold() {
		String login = UUID.randomUUID() + "@example.org";
		String family = stage.client.signUp(login, Stage.PASSWORD, "慕容夫人");
		String child = child(family);
		String household = household(login);
		String account = stage.client.get(family, "/guardians")
			.expect(200)
			.path("items")
			.get(0)
			.path("account")
			.asString();
		String slot = stage.slot(600, 5);
		Map<String, Object> wish = Stage.wish(slot, 2);
		wish.put("party", Map.of("adults", 1, "children", List.of(child)));
		String hold = Stage.id(stage.client.hold(family, UUID.randomUUID().toString(), wish));
		Stage.id(stage.client.post(family, "/bookings", Map.of("holdId", hold)));
		assertThat(stage.left(slot)).isEqualTo(3);
		stage.client.post(family, "/my-data/delete", Map.of("password", "wrong horse")).expect(422);
		stage.client.post(family, "/my-data/delete", Map.of("password", Stage.PASSWORD)).expect(204);
		stage.client.post(null, "/auth/token", Map.of("login", login, "password", Stage.PASSWORD)).expect(401);
		await().atMost(Duration.ofSeconds(20)).until(() -> stage.left(slot) == 5);
		await().atMost(Duration.ofSeconds(20)).until(() -> !hub.dump().contains(household));
		assertThat(hub.dump()).doesNotContain(login, "慕容夫人", account, child).contains(slot);
		stage.client.signUp(login, Stage.PASSWORD, "新来的");
	}

	@Test
	void whileAnotherGuardianIsThereOnlyTheAccountGoes() {
		String first = stage.family();
		String child = child(first);
		String slot = stage.slot(600, 5);
		stage.booking(first, slot, 1);
		String token = stage.client.post(first, "/guardians/invitations", Map.of())
			.expect(201)
			.path("token")
			.asString();
		String login = UUID.randomUUID() + "@example.org";
		stage.client
			.post(stage.client.signUp(login, Stage.PASSWORD, "爸爸"), "/guardians/invitations/" + token + "/accept",
					Map.of())
			.expect(204);
		stage.client.post(first, "/my-data/delete", Map.of("password", Stage.PASSWORD)).expect(204);
		String second = stage.client.signIn(login, Stage.PASSWORD);
		assertThat(stage.client.get(second, "/children").expect(200).toString()).contains(child);
		assertThat(stage.client.get(second, "/bookings").expect(200).path("items")).hasSize(1);
		assertThat(stage.left(slot)).isEqualTo(4);
	}

	@Test
	void whoDeletesRightAfterJoiningLeavesTheNewHousehold() {
		String first = stage.family();
		String child = child(first);
		String token = stage.client.post(first, "/guardians/invitations", Map.of())
			.expect(201)
			.path("token")
			.asString();
		String login = UUID.randomUUID() + "@example.org";
		String joining = stage.client.signUp(login, Stage.PASSWORD, "爸爸");
		String account = stage.client.get(joining, "/guardians")
			.expect(200)
			.path("items")
			.get(0)
			.path("account")
			.asString();
		stage.client.post(joining, "/guardians/invitations/" + token + "/accept", Map.of()).expect(204);
		// the token still tells of the household that was left
		stage.client.post(joining, "/my-data/delete", Map.of("password", Stage.PASSWORD)).expect(204);
		assertThat(stage.client.get(first, "/children").expect(200).toString()).contains(child);
		assertThat(hub.dump()).doesNotContain(account);
	}

	@Test
	void whoHasAHouseholdInUseStaysInIt() {
		String first = stage.family();
		String token = stage.client.post(first, "/guardians/invitations", Map.of())
			.expect(201)
			.path("token")
			.asString();
		String other = stage.family();
		child(other);
		String accept = "/guardians/invitations/" + token + "/accept";
		stage.client.post(other, accept, Map.of()).expect(409);
		stage.client.post(stage.family(), accept, Map.of()).expect(204);
		stage.client.post(stage.family(), accept, Map.of()).expect(410);
	}

	@Test
	void aGuardianReadsTakesAndDeletesInTheBrowser() {
		PageClient browser = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		browser.get("/children").expect(200);
		browser.post("/children", Map.of("name", CHILD, "birthMonth", "2018-05", "consent", "1")).next();
		assertThat(browser.get("/my-data").expect(200)).contains(CHILD);
		assertThat(browser.get("/my-data/file").expect(200)).contains(CHILD, "REGISTER_CHILD");
		browser.post("/my-data/delete", Map.of("password", "wrong horse")).expect(422);
		browser.post("/my-data/delete", Map.of("password", Stage.PASSWORD)).expect(200);
		assertThat(browser.get("/my-data").next()).startsWith("/sign-in");
	}

	@Test
	void aGuardianAgreesAndDisagreesInTheBrowser() {
		PageClient browser = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		assertThat(browser.get("/children").expect(200)).contains("同意并保存", "不同意");
		Map<String, String> no = Map.of("version", "1", "given", "false", "next", "/children");
		assertThat(browser.post("/consents/REGISTER_CHILD", no).next()).isEqualTo("/children");
		assertThat(browser.get("/children").expect(200)).contains("你选择了不同意");
		hub.execute("update alliance set child_data_officer = '王老师 0570-5551234'");
		browser.post("/consents/RATINGS", Map.of("version", "1", "given", "true")).next();
		assertThat(browser.get("/consents").expect(200)).containsPattern("aria-pressed=\"true\"").contains("王老师");
	}

	@Test
	void nothingIsKeptOfAChildWithoutConsent() {
		String family = stage.family();
		Map<String, Object> child = Map.of("name", CHILD, "birthMonth", "2018-05");
		HubClient.Answer refused = stage.client.post(family, "/children", child);
		assertThat(refused.expect(422).path("code").asString()).isEqualTo("CONSENT_NEEDED");
		assertThat(refused.body().path("version").asInt()).isEqualTo(1);
		stage.client.put(family, "/consents/REGISTER_CHILD", Map.of("version", 99, "given", true)).expect(409);
		stage.client.put(family, "/consents/REGISTER_CHILD", Map.of("version", 1, "given", true)).expect(204);
		stage.client.post(family, "/children", child).expect(201);
		stage.client.put(family, "/consents/REGISTER_CHILD", Map.of("version", 1, "given", false)).expect(204);
		assertThat(stage.client.get(family, "/children").expect(200).path("items")).isEmpty();
		stage.client.post(family, "/children", child).expect(422);
	}

}
