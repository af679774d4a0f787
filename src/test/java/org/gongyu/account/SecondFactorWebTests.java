package org.gongyu.account;

import java.util.Map;
import java.util.UUID;

import org.apache.commons.codec.binary.Base32;
import org.gongyu.Authenticator;
import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An authenticator app as a second factor: no way in without it, each code once, and a
 * way back for who lost the phone.
 */
class SecondFactorWebTests {

	static Hub hub;

	static HubClient client;

	static String operator;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		client = new HubClient(hub.address());
		operator = Staff.operator(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static HubClient.Answer signIn(String login, String code) {
		return client.post(null, "/auth/token", Map.of("login", login, "password", Stage.PASSWORD, "code", code));
	}

	@Test
	void withoutACodeNobodyGetsIn() {
		String login = UUID.randomUUID() + "@example.org";
		Authenticator app = Authenticator.of(client, client.signUp(login, Stage.PASSWORD, "周"));
		assertThat(signIn(login, "").expect(401).path("code").asString()).isEqualTo("SECOND_FACTOR_NEEDED");
		signIn(login, app.wrong()).expect(422);
		String code = app.code(0);
		signIn(login, code).expect(200);
		signIn(login, code).expect(422);
		signIn(login, app.code(-1)).expect(422);
		signIn(login, app.code(5)).expect(422);
	}

	@Test
	void whoGuessesThePasswordDoesNotLearnOfIt() {
		String login = UUID.randomUUID() + "@example.org";
		Authenticator.of(client, client.signUp(login, Stage.PASSWORD, "周"));
		HubClient.Answer refused = client.post(null, "/auth/token", Map.of("login", login, "password", "wrong horse"));
		assertThat(refused.expect(401).path("code").asString()).isEqualTo("BAD_CREDENTIALS");
	}

	@Test
	void whoLostThePhoneIsLetInByAnOperator() {
		String login = UUID.randomUUID() + "@example.org";
		Authenticator.of(client, client.signUp(login, Stage.PASSWORD, "周"));
		client.post(operator, "/accounts/password", Map.of("login", login, "password", "a rather new horse"))
			.expect(204);
		client.signIn(login, "a rather new horse");
	}

	@Test
	void theSecretIsNotInADump() {
		Authenticator app = Authenticator.of(client,
				client.signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD, "周"));
		String hex = java.util.HexFormat.of().formatHex(new Base32().decode(app.secret()));
		assertThat(hub.dump()).doesNotContain(app.secret(), hex);
	}

	@Test
	void somebodySetsItUpInTheBrowser() {
		String login = UUID.randomUUID() + "@example.org";
		PageClient browser = new PageClient(hub.address()).signUp(login, Stage.PASSWORD);
		browser.get("/account/second-factor").expect(200);
		String page = browser.post("/account/second-factor", Map.of()).expect(200);
		Authenticator app = new Authenticator(page.replaceAll("(?s).*>([A-Z2-7]{32})<.*", "$1"));
		browser.post("/account/second-factor/confirm", Map.of("code", "x")).expect(422);
		assertThat(browser.post("/account/second-factor/confirm", Map.of("code", app.code(-1))).expect(200))
			.contains("已打开");
		PageClient other = new PageClient(hub.address());
		other.get("/sign-in").expect(200);
		Map<String, String> form = Map.of("login", login, "password", Stage.PASSWORD);
		assertThat(other.post("/sign-in", form).expect(401)).contains("验证器应用");
		other.post("/sign-in", Map.of("login", login, "password", Stage.PASSWORD, "code", app.code(0))).next();
		browser.post("/account/second-factor/off", Map.of("code", app.code(1))).expect(200);
		new PageClient(hub.address()).signIn(login, Stage.PASSWORD);
	}

}
