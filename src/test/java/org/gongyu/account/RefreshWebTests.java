package org.gongyu.account;

import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A refresh token is exchanged once; whoever brings it back later ends the sign-in. Two
 * nodes agree about it.
 */
class RefreshWebTests {

	private static final String PASSWORD = "correct horse";

	static Hub hub;

	static Hub other;

	static HubClient client;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.account.refresh-grace=0s");
		other = Hub.on(hub.database(), "gongyu.account.refresh-grace=0s");
		client = new HubClient(hub.address());
	}

	@AfterAll
	static void stop() {
		other.close();
		hub.close();
	}

	private static String signUp() {
		return client
			.post(null, "/accounts",
					Map.of("login", UUID.randomUUID() + "@example.org", "password", PASSWORD, "name", "林"))
			.expect(201)
			.path("refreshToken")
			.asString();
	}

	private static HubClient.Answer refresh(HubClient at, String token) {
		return at.post(null, "/auth/refresh", Map.of("refreshToken", token));
	}

	@Test
	void eachTokenIsExchangedForTheNext() {
		String first = signUp();
		JsonNode second = refresh(client, first).expect(200);
		assertThat(second.path("refreshToken").asString()).isNotEqualTo(first);
		client.get(second.path("accessToken").asString(), "/children").expect(200);
		refresh(client, second.path("refreshToken").asString()).expect(200);
	}

	@Test
	void aTokenThatComesBackEndsItsSignInOnEveryNode() {
		String first = signUp();
		String second = refresh(client, first).expect(200).path("refreshToken").asString();
		assertThat(refresh(new HubClient(other.address()), first).expect(401).path("code").asString())
			.isEqualTo("SIGN_IN_OVER");
		refresh(client, second).expect(401);
	}

	@Test
	void withinTheGraceTheSameTokenGetsTheSameAnswer() {
		try (Hub patient = Hub.on(hub.database(), "gongyu.account.refresh-grace=20s")) {
			HubClient at = new HubClient(patient.address());
			String first = signUp();
			String second = refresh(at, first).expect(200).path("refreshToken").asString();
			assertThat(refresh(at, first).expect(200).path("refreshToken").asString()).isEqualTo(second);
			refresh(at, second).expect(200);
		}
	}

	@Test
	void aForgedTokenEndsNothing() {
		String token = signUp();
		char last = token.charAt(token.length() - 2);
		String forged = token.substring(0, token.length() - 2) + ((last == 'A') ? 'B' : 'A')
				+ token.substring(token.length() - 1);
		refresh(client, forged).expect(401);
		refresh(client, "nonsense").expect(401);
		refresh(client, token).expect(200);
	}

	@Test
	void aSignedOutTokenIsOver() {
		String token = signUp();
		client.post(null, "/auth/sign-out", Map.of("refreshToken", token)).expect(204);
		refresh(client, token).expect(401);
	}

}
