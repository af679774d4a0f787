package org.gongyu.federation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Authenticator;
import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.IdentityProvider;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in by way of another provider, against a real one: who gets into which account,
 * and who gets in nowhere.
 */
class ProviderWebTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	static IdentityProvider county;

	static Hub hub;

	@BeforeAll
	static void start() {
		county = new IdentityProvider();
		hub = Hub.start(county.settings().toArray(String[]::new));
	}

	@AfterAll
	static void stop() {
		hub.close();
		county.close();
	}

	private static PageClient browser() {
		return new PageClient(hub.address());
	}

	/** Out to the provider; answers the path by which it sends the browser back. */
	private static String away(PageClient browser, String next) {
		String there = browser.get("/sign-in/with/county?next=" + next).next();
		assertThat(there).startsWith(county.issuer())
			.contains("code_challenge_method=S256")
			.contains("nonce=")
			.contains("state=");
		try {
			URI back = URI.create(
					HTTP.send(HttpRequest.newBuilder(URI.create(there)).build(), HttpResponse.BodyHandlers.discarding())
						.headers()
						.firstValue("Location")
						.orElseThrow());
			return back.getRawPath() + "?" + back.getRawQuery();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PageClient.Page comes(PageClient browser, String subject, Map<String, Object> claims) {
		county.next(subject, claims);
		return browser.get(away(browser, "/children"));
	}

	private static Map<String, Object> claims(String login, boolean verified) {
		return Map.of("email", login, "email_verified", verified, "name", "周明");
	}

	private static String login() {
		return UUID.randomUUID() + "@example.org";
	}

	private static void prove(String login) {
		hub.execute("update account set verified_at = now() where login = '" + login + "'");
	}

	private static String account(PageClient browser) {
		return browser.get("/my-data/file").expect(200).replaceAll("(?s).*\"login\" ?: ?\"([^\"]+)\".*", "$1");
	}

	private static void isOut(PageClient browser) {
		assertThat(browser.cookies()).doesNotContain("gongyu_access").doesNotContain("gongyu_half");
	}

	@Test
	void theSignInPageOffersIt() {
		assertThat(browser().get("/sign-in?next=/children").expect(200)).contains("用云溪统一身份登录")
			.contains("/sign-in/with/county?next=/children");
	}

	@Test
	void aNewcomerGetsAnAccountAndKeepsIt() {
		String subject = IdentityProvider.subject();
		String login = login();
		PageClient browser = browser();
		assertThat(comes(browser, subject, claims(login, true)).next()).isEqualTo("/children");
		assertThat(browser.get("/account").expect(200)).contains(county.issuer());
		assertThat(browser.get("/account/verification").expect(200)).contains("已确认");
		PageClient later = browser();
		assertThat(comes(later, subject, claims(login(), true)).next()).isEqualTo("/children");
		assertThat(account(later)).isEqualTo(login);
	}

	@Test
	void whoProvedTheirLoginHereEntersTheirAccount() {
		String login = login();
		new HubClient(hub.address()).signUp(login, Stage.PASSWORD, "林");
		prove(login);
		PageClient browser = browser();
		assertThat(comes(browser, IdentityProvider.subject(), claims(login, true)).next()).isEqualTo("/children");
		assertThat(account(browser)).isEqualTo(login);
	}

	@Test
	void anAccountThatSomebodyOpenedInAnothersNameIsNoTrap() {
		String login = login();
		new HubClient(hub.address()).signUp(login, Stage.PASSWORD, "林");
		PageClient browser = browser();
		assertThat(comes(browser, IdentityProvider.subject(), claims(login, true)).expect(409)).contains("还没有确认");
		isOut(browser);
	}

	@Test
	void whatTheProviderDoesNotVouchForOpensNothing() {
		String login = login();
		new HubClient(hub.address()).signUp(login, Stage.PASSWORD, "林");
		prove(login);
		PageClient browser = browser();
		comes(browser, IdentityProvider.subject(), claims(login, false)).expect(422);
		isOut(browser);
		comes(browser, IdentityProvider.subject(), Map.of()).expect(422);
		isOut(browser);
	}

	@Test
	void aNumberIsAsGoodAsAnAddress() {
		String number = "+86139" + String.format("%08d", Math.abs(UUID.randomUUID().hashCode()) % 100_000_000);
		PageClient browser = browser();
		comes(browser, IdentityProvider.subject(), Map.of("phone_number", number, "phone_number_verified", true))
			.next();
		assertThat(account(browser)).isEqualTo(number);
	}

	@Test
	void nobodyIsSentInWithAnothersSignIn() {
		PageClient attacker = browser();
		county.next(IdentityProvider.subject(), claims(login(), true));
		String link = away(attacker, "/");
		PageClient victim = browser();
		victim.get(link).expect(422);
		isOut(victim);
		away(victim, "/");
		victim.get(link).expect(422);
		isOut(victim);
	}

	@Test
	void aCodeIsGoodOnceAndOnlyWithItsState() {
		PageClient browser = browser();
		county.next(IdentityProvider.subject(), claims(login(), true));
		String back = away(browser, "/");
		browser.get(back.replaceAll("state=[^&]+", "state=x")).expect(422);
		browser.get(back).expect(422);
		isOut(browser);
		browser.get("/sign-in/with/county/back?error=access_denied").expect(422);
		browser.get("/sign-in/with/county/back").expect(422);
	}

	@ParameterizedTest
	@CsvSource({ "aud, somebody-else", "iss, https://evil.example", "nonce, replayed" })
	void aTokenThatWasNotMadeForThisSignInOpensNothing(String claim, String value) {
		PageClient browser = browser();
		comes(browser, IdentityProvider.subject(), Map.of("email", login(), "email_verified", true, claim, value))
			.expect(422);
		isOut(browser);
	}

	@Test
	void aTokenThatIsOverOpensNothing() {
		PageClient browser = browser();
		Instant past = Instant.now().minusSeconds(600);
		comes(browser, IdentityProvider.subject(),
				Map.of("email", login(), "email_verified", true, "exp", Date.from(past)))
			.expect(422);
		isOut(browser);
	}

	@Test
	void theWayBackLeadsNowhereElse() {
		PageClient browser = browser();
		county.next(IdentityProvider.subject(), claims(login(), true));
		assertThat(browser.get(away(browser, "https%3A%2F%2Fevil.example%2F")).next()).isEqualTo("/");
	}

	@Test
	void theSecondFactorIsAskedForHereToo() {
		String login = login();
		HubClient client = new HubClient(hub.address());
		Authenticator app = Authenticator.of(client, client.signUp(login, Stage.PASSWORD, "林"));
		prove(login);
		PageClient browser = browser();
		String next = comes(browser, IdentityProvider.subject(), claims(login, true)).next();
		assertThat(next).isEqualTo("/sign-in/code?next=%2Fchildren");
		assertThat(browser.cookies()).doesNotContain("gongyu_access");
		assertThat(browser.get(next).expect(200)).contains("value=\"/children\"");
		browser.post("/sign-in/code", Map.of("code", app.wrong(), "next", "/children")).expect(422);
		assertThat(browser.post("/sign-in/code", Map.of("code", app.code(0), "next", "/children")).next())
			.isEqualTo("/children");
		assertThat(account(browser)).isEqualTo(login);
		browser.post("/sign-in/code", Map.of("code", app.code(1), "next", "/children")).expect(409);
	}

	@Test
	void whoDeletesTheirAccountIsUnknownAgain() {
		String subject = IdentityProvider.subject();
		String login = login();
		new HubClient(hub.address()).signUp(login, Stage.PASSWORD, "林");
		prove(login);
		PageClient browser = browser();
		comes(browser, subject, claims(login, true)).next();
		assertThat(hub.dump()).contains(subject);
		browser.get("/my-data").expect(200);
		browser.post("/my-data/delete", Map.of("password", Stage.PASSWORD)).expect(200);
		assertThat(hub.dump()).doesNotContain(subject);
		assertThat(comes(browser(), subject, claims(login, true)).next()).isEqualTo("/children");
	}

	@Test
	void aProviderThatIsOutOfReachKeepsNobodyElseOut() {
		try (Hub lonely = Hub.start("gongyu.federation.providers.far.name=远方",
				"gongyu.federation.providers.far.issuer=http://localhost:9",
				"gongyu.federation.providers.far.client-id=x", "gongyu.federation.providers.far.client-secret=y")) {
			PageClient browser = new PageClient(lonely.address());
			assertThat(browser.get("/sign-in/with/far").expect(503)).contains("连不上");
			browser.get("/sign-in/with/nobody").expect(404);
			browser.signUp(login(), Stage.PASSWORD);
		}
	}

}
