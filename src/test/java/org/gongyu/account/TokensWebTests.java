package org.gongyu.account;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.Staff;
import org.gongyu.HubClient;
import org.gongyu.HubClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens over the API: a sign-in that was ended cannot be used again, and an access token
 * opens what its roles may see.
 */
class TokensWebTests {

	private static final String PASSWORD = "correct horse";

	static Hub hub;

	static HubClient client;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		client = new HubClient(hub.address());
		Staff.operator(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void signingOutEndsTheSignInAndNoOther() {
		String login = login();
		JsonNode phone = signUp(login);
		JsonNode tablet = signIn(login, PASSWORD).expect(200);
		client.post(null, "/auth/sign-out", Map.of("refreshToken", phone.path("refreshToken").asString())).expect(204);
		over(refresh(phone));
		refresh(tablet).expect(200);
		client.post(null, "/auth/sign-out", Map.of("refreshToken", phone.path("refreshToken").asString())).expect(204);
	}

	@Test
	void anOperatorsNewPasswordEndsAllSignIns() {
		String login = login();
		JsonNode phone = signUp(login);
		JsonNode tablet = signIn(login, PASSWORD).expect(200);
		String operator = signIn("operator@example.org", PASSWORD).expect(200).path("accessToken").asString();
		Map<String, String> fresh = Map.of("login", login, "password", "another quiet horse");
		client.post(operator, "/accounts/password", fresh).expect(204);
		over(refresh(phone));
		over(refresh(tablet));
		assertThat(signIn(login, PASSWORD).expect(401).path("code").asString()).isEqualTo("BAD_CREDENTIALS");
		signIn(login, "another quiet horse").expect(200);
		client.post(operator, "/accounts/password", Map.of("login", login(), "password", "another quiet horse"))
			.expect(404);
	}

	@Test
	void onlyAnOperatorGivesNewPasswords() {
		String login = login();
		String family = signUp(login).path("accessToken").asString();
		Map<String, String> fresh = Map.of("login", "operator@example.org", "password", "another quiet horse");
		client.post(family, "/accounts/password", fresh).expect(403);
		client.post(null, "/accounts/password", fresh).expect(401);
		signIn("operator@example.org", PASSWORD).expect(200);
	}

	@Test
	void aLoginIsOneHoweverItIsTyped() {
		String number = "139" + String.valueOf(System.nanoTime()).substring(3, 11);
		signUp("+86 " + number.substring(0, 3) + "-" + number.substring(3));
		signIn(number, PASSWORD).expect(200);
		assertThat(client.post(null, "/accounts", Map.of("login", "86" + number, "password", PASSWORD, "name", "林"))
			.expect(409)
			.path("code")
			.asString()).isEqualTo("LOGIN_TAKEN");
		String mail = login();
		signUp(mail.toUpperCase(Locale.ROOT));
		signIn(mail, PASSWORD).expect(200);
	}

	private static JsonNode signUp(String login) {
		return client.post(null, "/accounts", Map.of("login", login, "password", PASSWORD, "name", "林")).expect(201);
	}

	private static Answer signIn(String login, String password) {
		return client.post(null, "/auth/token", Map.of("login", login, "password", password));
	}

	private static Answer refresh(JsonNode tokens) {
		return client.post(null, "/auth/refresh", Map.of("refreshToken", tokens.path("refreshToken").asString()));
	}

	private static void over(Answer answer) {
		assertThat(answer.expect(401).path("code").asString()).isEqualTo("SIGN_IN_OVER");
	}

	private static String login() {
		return UUID.randomUUID() + "@example.org";
	}

}
