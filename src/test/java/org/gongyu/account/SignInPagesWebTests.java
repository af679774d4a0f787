package org.gongyu.account;

import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person signs up, in and out in a browser, comes back to where they were, and stays
 * signed in while the refresh cookie lasts.
 */
class SignInPagesWebTests {

	private static final String PASSWORD = "correct horse";

	private static final String ACCESS = TokenCookies.ACCESS;

	private static final String REFRESH = "gongyu_refresh";

	static Hub hub;

	@BeforeAll
	static void start() {
		hub = Hub.start();
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void whoSignsUpIsSignedInAndSignsOut() {
		PageClient browser = browser().signUp(login(), PASSWORD);
		assertThat(browser.get("/children").expect(200)).contains("/sign-out");
		assertThat(browser.post("/sign-out", Map.of()).next()).isEqualTo("/");
		assertThat(browser.cookie(ACCESS)).isNull();
		assertThat(browser.cookie(REFRESH)).isNull();
		assertThat(browser.get("/children").next()).isEqualTo("/sign-in?next=%2Fchildren");
	}

	@Test
	void whoMustSignInFirstComesBack() {
		String login = login();
		browser().signUp(login, PASSWORD);
		PageClient browser = browser();
		String door = browser.get("/bookings?part=past").next();
		assertThat(door).isEqualTo("/sign-in?next=%2Fbookings%3Fpart%3Dpast");
		assertThat(browser.get(door).expect(200)).contains("name=\"next\" value=\"/bookings?part=past\"");
		assertThat(browser.post("/sign-in", form(login, PASSWORD, "/bookings?part=past")).next())
			.isEqualTo("/bookings?part=past");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b",
			"", "\\\\evil.example", "/\t/evil.example" })
	void nobodyIsSentToAnotherSite(String next) {
		String login = login();
		browser().signUp(login, PASSWORD);
		PageClient browser = browser();
		browser.get("/sign-in?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8))
			.expect(200);
		assertThat(browser.post("/sign-in", form(login, PASSWORD, next)).next()).isEqualTo("/");
	}

	@Test
	void aWrongPasswordKeepsWhatWasTypedButNotThePassword() {
		String login = login();
		browser().signUp(login, PASSWORD);
		PageClient browser = browser();
		browser.get("/sign-in?next=/bookings").expect(200);
		String page = browser.post("/sign-in", form(login, "wrong password", "/bookings")).expect(401);
		assertThat(page).contains("value=\"" + login + "\"", "value=\"/bookings\"", "登录名或密码不对")
			.doesNotContain("wrong password");
		assertThat(browser.cookie(ACCESS)).isNull();
		String unknown = browser.post("/sign-in", form("nobody@example.org", "wrong password", "/")).expect(401);
		assertThat(unknown).contains("登录名或密码不对");
	}

	@ParameterizedTest
	@CsvSource({ "'', correct horse, 林, 400", "not a login, correct horse, 林, 400", "a@b.org, short, 林, 400",
			"a@b.org, correct horse, '', 400" })
	void aSignUpThatIsWrongKeepsWhatWasTyped(String login, String password, String name, int status) {
		PageClient browser = browser();
		browser.get("/sign-up").expect(200);
		String page = browser.post("/sign-up", Map.of("login", login, "password", password, "name", name))
			.expect(status);
		assertThat(page).contains("value=\"" + login + "\"", "value=\"" + name + "\"").doesNotContain(password);
		assertThat(browser.cookie(ACCESS)).isNull();
	}

	@Test
	void aTakenLoginIsSaidSo() {
		String login = login();
		browser().signUp(login, PASSWORD);
		PageClient browser = browser();
		browser.get("/sign-up").expect(200);
		String page = browser.post("/sign-up", Map.of("login", login, "password", PASSWORD, "name", "王")).expect(409);
		assertThat(page).contains("value=\"" + login + "\"", "value=\"王\"").doesNotContain(PASSWORD);
	}

	@Test
	void theRefreshCookieRenewsTheAccessTokenAlsoInTwoTabsAtOnce() {
		PageClient browser = browser().signUp(login(), PASSWORD);
		String first = String.valueOf(browser.cookie(REFRESH));
		browser.lose(ACCESS).get("/children").expect(200);
		assertThat(browser.cookie(ACCESS)).isNotNull();
		assertThat(browser.cookie(REFRESH)).isNotNull().isNotEqualTo(first);
		browser().setCookie(REFRESH, first).get("/children").expect(200);
		browser.lose(ACCESS).get("/children").expect(200);
	}

	@Test
	void aChangeIsMadeAlthoughTheAccessTokenIsOver() {
		PageClient browser = browser().signUp(login(), PASSWORD);
		browser.get("/children").expect(200);
		browser.lose(ACCESS).post("/children", Map.of("name", "小禾", "birthMonth", "2018-05", "consent", "1")).next();
		assertThat(browser.get("/children").expect(200)).contains("小禾");
	}

	@Test
	void signingOutEndsTheSignInAlsoWhenTheAccessTokenIsOver() {
		PageClient browser = browser().signUp(login(), PASSWORD);
		browser.get("/children").expect(200);
		long before = signIns();
		browser.lose(ACCESS).post("/sign-out", Map.of()).next();
		assertThat(browser.cookie(REFRESH)).isNull();
		assertThat(signIns()).isEqualTo(before - 1);
	}

	@Test
	void theTabThatComesTooLateLosesNothing() {
		PageClient tab = browser().signUp(login(), PASSWORD);
		PageClient late = browser().setCookie(REFRESH, String.valueOf(tab.cookie(REFRESH)));
		tab.lose(ACCESS).get("/children").expect(200);
		late.get("/").expect(200);
		assertThat(late.cookie(REFRESH)).isNotNull();
	}

	@Test
	void aFormOfAnotherSiteIsRefused() {
		String login = login();
		PageClient browser = browser().signUp(login, PASSWORD);
		browser.postBare("/children", Map.of("name", "小禾", "birthMonth", "2018-05")).expect(403);
		browser.postBare("/children", Map.of("name", "小禾", "birthMonth", "2018-05", "_csrf", "guessed")).expect(403);
		browser.postBare("/sign-out", Map.of()).expect(403);
		browser().postBare("/sign-in", form(login, PASSWORD, "/")).expect(403);
		assertThat(browser.get("/children").expect(200)).doesNotContain("小禾");
	}

	@Test
	void theApiTakesNoCookie() {
		PageClient browser = browser().signUp(login(), PASSWORD);
		browser.get("/api/v1/bookings").expect(401);
		String token = String.valueOf(browser.cookie(ACCESS));
		new HubClient(hub.address()).get(token, "/bookings").expect(200);
	}

	private static long signIns() {
		Long count = hub.bean(org.springframework.r2dbc.core.DatabaseClient.class)
			.sql("select count(*) as n from sign_in")
			.map(row -> row.get("n", Long.class))
			.one()
			.block();
		return (count != null) ? count : 0;
	}

	private static Map<String, String> form(String login, String password, String next) {
		return Map.of("login", login, "password", password, "next", next);
	}

	private static PageClient browser() {
		return new PageClient(hub.address());
	}

	private static String login() {
		return UUID.randomUUID() + "@example.org";
	}

}
