package org.gongyu.account;

import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody looks after their own account, and nobody else does.
 */
class AccountWebTests {

	private static final String PASSWORD = "a lamp by the river";

	private static final String NEXT = "two lamps by the river";

	static Hub hub;

	static HubClient client;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		client = new HubClient(hub.address());
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static HubClient.Answer signUp(String login, String password) {
		return client.post(null, "/accounts", Map.of("login", login, "password", password, "name", "林妈妈"));
	}

	private static JsonNode signIn(String login, String password, int status) {
		return client.post(null, "/auth/token", Map.of("login", login, "password", password)).expect(status);
	}

	private static HubClient.Answer refresh(JsonNode pair) {
		return client.post(null, "/auth/refresh", Map.of("refreshToken", pair.path("refreshToken").asString()));
	}

	private static String login() {
		return UUID.randomUUID().toString().substring(0, 8) + "@example.org";
	}

	@ParameterizedTest
	@ValueSource(strings = { "password1", "12345678", "qwertyuiop", "11111111", "woaini520", "P@ssw0rd", "20160518",
			"abcdefgh", "林妈妈林妈妈林妈妈" })
	void aPasswordThatWouldSoonBeGuessedIsRefused(String password) {
		JsonNode refusal = signUp(login(), password).expect(422);
		assertThat(refusal.path("code").asString()).isEqualTo("WEAK_PASSWORD");
		assertThat(refusal.path("violations").findValuesAsString("field")).containsExactly("password");
	}

	@Test
	void aPasswordMadeOfTheLoginIsRefused() {
		signUp("riverlamp@example.org", "riverlamp-#7Qx").expect(422);
	}

	@Test
	void aNewPasswordEndsTheOtherSignIns() {
		String login = login();
		JsonNode here = signUp(login, PASSWORD).expect(201);
		JsonNode there = signIn(login, PASSWORD, 200);
		String token = here.path("accessToken").asString();
		Map<String, String> change = Map.of("present", PASSWORD, "password", NEXT, "refreshToken",
				here.path("refreshToken").asString());
		client.put(token, "/account/password", change).expect(204);
		refresh(there).expect(401);
		refresh(here).expect(200);
		signIn(login, PASSWORD, 401);
		signIn(login, NEXT, 200);
	}

	@Test
	void theWrongPresentPasswordChangesNothing() {
		String login = login();
		String token = signUp(login, PASSWORD).expect(201).path("accessToken").asString();
		assertThat(client.put(token, "/account/password", Map.of("present", "wrong", "password", NEXT))
			.expect(422)
			.path("code")
			.asString()).isEqualTo("BAD_PASSWORD");
		signIn(login, PASSWORD, 200);
	}

	@Test
	void oneDeviceIsSignedOutAndTheOthersStay() {
		String login = login();
		JsonNode first = signUp(login, PASSWORD).expect(201);
		JsonNode second = signIn(login, PASSWORD, 200);
		String token = second.path("accessToken").asString();
		JsonNode devices = client.get(token, "/account/sign-ins").expect(200).path("items");
		assertThat(devices).hasSize(2);
		String oldest = devices.path(1).path("id").asString();
		client.delete(client.signUp(login(), PASSWORD, "别人"), "/account/sign-ins/" + oldest).expect(204);
		assertThat(client.get(token, "/account/sign-ins").expect(200).path("items")).hasSize(2);
		client.delete(token, "/account/sign-ins/" + oldest).expect(204);
		refresh(first).expect(401);
		refresh(second).expect(200);
		client.delete(token, "/account/sign-ins").expect(204);
		refresh(second).expect(401);
	}

}
