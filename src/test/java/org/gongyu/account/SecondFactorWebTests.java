package org.gongyu.account;

import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.apache.commons.codec.binary.Base32;
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

	private static final TimeBasedOneTimePasswordGenerator APP = new TimeBasedOneTimePasswordGenerator();

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

	/** What the app shows, some steps from now. */
	private static String code(String secret, int steps) {
		try {
			return APP.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), APP.getAlgorithm()),
					Instant.now().plusSeconds(30L * steps));
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String wrong(String secret) {
		String code = code(secret, 0);
		return ((code.charAt(0) == '9') ? '0' : (char) (code.charAt(0) + 1)) + code.substring(1);
	}

	/** Turns it on with the code of the step before; answers the secret. */
	private static String turnedOn(String token) {
		String secret = client.post(token, "/account/second-factor", Map.of()).expect(200).path("secret").asString();
		client.put(token, "/account/second-factor", Map.of("code", wrong(secret))).expect(422);
		client.put(token, "/account/second-factor", Map.of("code", code(secret, -1))).expect(204);
		return secret;
	}

	private static HubClient.Answer signIn(String login, String code) {
		return client.post(null, "/auth/token", Map.of("login", login, "password", Stage.PASSWORD, "code", code));
	}

	@Test
	void withoutACodeNobodyGetsIn() {
		String login = UUID.randomUUID() + "@example.org";
		String secret = turnedOn(client.signUp(login, Stage.PASSWORD, "周"));
		assertThat(signIn(login, "").expect(401).path("code").asString()).isEqualTo("SECOND_FACTOR_NEEDED");
		signIn(login, wrong(secret)).expect(422);
		String code = code(secret, 0);
		signIn(login, code).expect(200);
		signIn(login, code).expect(422);
		signIn(login, code(secret, -1)).expect(422);
		signIn(login, code(secret, 5)).expect(422);
	}

	@Test
	void whoGuessesThePasswordDoesNotLearnOfIt() {
		String login = UUID.randomUUID() + "@example.org";
		turnedOn(client.signUp(login, Stage.PASSWORD, "周"));
		HubClient.Answer refused = client.post(null, "/auth/token", Map.of("login", login, "password", "wrong horse"));
		assertThat(refused.expect(401).path("code").asString()).isEqualTo("BAD_CREDENTIALS");
	}

	@Test
	void whoLostThePhoneIsLetInByAnOperator() {
		String login = UUID.randomUUID() + "@example.org";
		turnedOn(client.signUp(login, Stage.PASSWORD, "周"));
		client.post(operator, "/accounts/password", Map.of("login", login, "password", "a rather new horse"))
			.expect(204);
		client.signIn(login, "a rather new horse");
	}

	@Test
	void theSecretIsNotInADump() {
		String secret = turnedOn(client.signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD, "周"));
		String hex = java.util.HexFormat.of().formatHex(new Base32().decode(secret));
		assertThat(hub.dump()).doesNotContain(secret, hex);
	}

	@Test
	void somebodySetsItUpInTheBrowser() {
		String login = UUID.randomUUID() + "@example.org";
		PageClient browser = new PageClient(hub.address()).signUp(login, Stage.PASSWORD);
		browser.get("/account/second-factor").expect(200);
		String page = browser.post("/account/second-factor", Map.of()).expect(200);
		String secret = page.replaceAll("(?s).*>([A-Z2-7]{32})<.*", "$1");
		browser.post("/account/second-factor/confirm", Map.of("code", "x")).expect(422);
		assertThat(browser.post("/account/second-factor/confirm", Map.of("code", code(secret, -1))).expect(200))
			.contains("已打开");
		PageClient other = new PageClient(hub.address());
		other.get("/sign-in").expect(200);
		Map<String, String> form = Map.of("login", login, "password", Stage.PASSWORD);
		assertThat(other.post("/sign-in", form).expect(401)).contains("验证器应用");
		other.post("/sign-in", Map.of("login", login, "password", Stage.PASSWORD, "code", code(secret, 0))).next();
		browser.post("/account/second-factor/off", Map.of("code", code(secret, 1))).expect(200);
		new PageClient(hub.address()).signIn(login, Stage.PASSWORD);
	}

}
