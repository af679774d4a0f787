package org.gongyu.account;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.Letterbox;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Codes by e-mail and text message: they prove a login, they set a new password, and they
 * tell nobody who has an account.
 */
class RecoveryWebTests {

	private static final String FRESH = "a rather new horse";

	static Letterbox letterbox;

	static Hub hub;

	static HubClient client;

	@BeforeAll
	static void start() {
		letterbox = new Letterbox();
		hub = Hub.start(letterbox.settings()
			.entrySet()
			.stream()
			.map(each -> each.getKey() + "=" + each.getValue())
			.toArray(String[]::new));
		client = new HubClient(hub.address());
	}

	@AfterAll
	static void stop() {
		hub.close();
		letterbox.close();
	}

	/** The newest code that was sent to a login. */
	private static String code(String login) {
		await().atMost(Duration.ofSeconds(10))
			.until(() -> letterbox.letters().stream().anyMatch(each -> each.to().equals(login)));
		return letterbox.letters()
			.stream()
			.filter(each -> each.to().equals(login))
			.reduce((first, second) -> second)
			.orElseThrow()
			.text()
			.replaceAll("(?s)\\D*(\\d{6})\\D.*", "$1");
	}

	private static HubClient.Answer reset(String login, String code) {
		return client.put(null, "/auth/reset", Map.of("login", login, "code", code, "password", FRESH));
	}

	@ParameterizedTest
	@ValueSource(strings = { "forgot@example.org", "+8613800138000" })
	void aCodeSetsANewPasswordOnce(String login) {
		client.signUp(login, Stage.PASSWORD, "林");
		client.post(null, "/auth/reset", Map.of("login", login)).expect(204);
		String code = code(login);
		reset(login, code.equals("000000") ? "111111" : "000000").expect(422);
		reset(login, code).expect(204);
		client.signIn(login, FRESH);
		client.post(null, "/auth/token", Map.of("login", login, "password", Stage.PASSWORD)).expect(401);
		assertThat(reset(login, code).expect(422).path("code").asString()).isEqualTo("BAD_CODE");
	}

	@Test
	void aCodeIsTriedAFewTimesOnly() {
		String login = UUID.randomUUID() + "@example.org";
		client.signUp(login, Stage.PASSWORD, "林");
		client.post(null, "/auth/reset", Map.of("login", login)).expect(204);
		String code = code(login);
		for (int i = 0; i < 5; i++) {
			reset(login, code.equals("000000") ? "111111" : "000000").expect(422);
		}
		reset(login, code).expect(422);
	}

	@Test
	void nobodyLearnsWhoHasAnAccount() {
		String login = UUID.randomUUID() + "@example.org";
		HubClient.Answer unknown = client.post(null, "/auth/reset", Map.of("login", login));
		assertThat(unknown.expect(204)).isEmpty();
		assertThat(reset(login, "123456").expect(422).path("code").asString()).isEqualTo("BAD_CODE");
		assertThat(letterbox.letters()).noneMatch(each -> each.to().equals(login));
	}

	@Test
	void aWeakPasswordIsRefusedBeforeTheCodeIsUsed() {
		String login = UUID.randomUUID() + "@example.org";
		client.signUp(login, Stage.PASSWORD, "林");
		client.post(null, "/auth/reset", Map.of("login", login)).expect(204);
		String code = code(login);
		assertThat(client.put(null, "/auth/reset", Map.of("login", login, "code", code, "password", "12345678"))
			.expect(422)
			.path("code")
			.asString()).isEqualTo("WEAK_PASSWORD");
		reset(login, code).expect(204);
	}

	@Test
	void somebodyFindsBackInTheBrowser() {
		String login = UUID.randomUUID() + "@example.org";
		client.signUp(login, Stage.PASSWORD, "林");
		PageClient browser = new PageClient(hub.address());
		browser.get("/forgot").expect(200);
		browser.post("/forgot", Map.of("login", "nobody at all")).expect(400);
		assertThat(browser.post("/forgot", Map.of("login", login)).expect(200)).contains("验证码");
		browser.post("/forgot/reset", Map.of("login", login, "code", "12", "password", FRESH)).expect(422);
		browser.post("/forgot/reset", Map.of("login", login, "code", code(login), "password", "x9!Qz")).expect(422);
		assertThat(browser.post("/forgot/reset", Map.of("login", login, "code", code(login), "password", FRESH))
			.expect(200)).contains("密码已重设");
		new PageClient(hub.address()).signIn(login, FRESH);
	}

	@Test
	void aLoginIsProvedToBeOnesOwn() {
		String login = UUID.randomUUID() + "@example.org";
		PageClient browser = new PageClient(hub.address()).signUp(login, Stage.PASSWORD);
		browser.get("/account/verification").expect(200);
		browser.post("/account/verification", Map.of()).expect(200);
		browser.post("/account/verification/code", Map.of("code", "1")).expect(422);
		assertThat(browser.post("/account/verification/code", Map.of("code", code(login))).expect(200)).contains("已确认");
		assertThat(browser.get("/account/verification").expect(200)).contains("已确认");
	}

	@Test
	void aMessageSpeaksTheReadersLanguageAndHasOneLineOfSubject() {
		String login = UUID.randomUUID() + "@example.org";
		String somebody = client.signUp(login, Stage.PASSWORD, "林");
		client.post(somebody, "/account/verification", Map.of()).expect(204);
		assertThat(code(login)).hasSize(6);
		assertThat(letterbox.letters()).filteredOn(each -> each.to().equals(login))
			.allMatch(each -> each.subject().equals("共育验证码"));
		client.post(null, "/auth/reset", Map.of("login", "a@example.org\r\nBcc: all@example.org")).expect(400);
	}

	@Test
	void whereNothingCanBeSentThatIsSaid() {
		try (Hub silent = Hub.start()) {
			HubClient there = new HubClient(silent.address());
			assertThat(there.post(null, "/auth/reset", Map.of("login", "a@example.org"))
				.expect(422)
				.path("code")
				.asString()).isEqualTo("NO_CHANNEL");
		}
	}

}
