package org.gongyu.account;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What attackers try at every site: a planted session, guessing who has an account,
 * fields that a form does not have, line breaks in headers, frames and scripts of their
 * own.
 */
class HardeningWebTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	static Hub hub;

	static Hub other;

	static Stage stage;

	@BeforeAll
	static void start() {
		// a hash as heavy as in production, so that its absence would show
		hub = Hub.start("gongyu.account.hashing.memory-kib=19456", "gongyu.account.hashing.iterations=2");
		other = Hub.on(hub.database());
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		other.close();
		hub.close();
	}

	private static String login() {
		return UUID.randomUUID() + "@example.org";
	}

	private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.address() + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void aPlantedSessionIsNotTheVictims() {
		String attacker = login();
		PageClient planted = new PageClient(hub.address()).signUp(attacker, Stage.PASSWORD);
		String access = String.valueOf(planted.cookie("gongyu_access"));
		String refresh = String.valueOf(planted.cookie("gongyu_refresh"));
		String victim = login();
		stage.client.signUp(victim, Stage.PASSWORD, "受害者");
		PageClient browser = new PageClient(hub.address()).setCookie("gongyu_access", access)
			.setCookie("gongyu_refresh", refresh);
		browser.signIn(victim, Stage.PASSWORD);
		assertThat(browser.cookie("gongyu_access")).isNotEqualTo(access);
		assertThat(browser.cookie("gongyu_refresh")).isNotEqualTo(refresh);
		JsonNode pair = stage.client.post(null, "/auth/refresh", Map.of("refreshToken", refresh)).expect(200);
		assertThat(stage.client.get(pair.path("accessToken").asString(), "/my-data")
			.expect(200)
			.path("account")
			.path("login")
			.asString()).isEqualTo(attacker);
	}

	@Test
	void whoHasAnAccountShowsNeitherInWordsNorInTime() {
		String known = login();
		stage.client.signUp(known, Stage.PASSWORD, "林");
		long[] wrong = new long[15];
		long[] unknown = new long[15];
		for (int i = 0; i < wrong.length; i++) {
			wrong[i] = timed(known);
			unknown[i] = timed(login());
		}
		Arrays.sort(wrong);
		Arrays.sort(unknown);
		assertThat((double) unknown[7] / wrong[7]).isBetween(0.4, 2.5);
	}

	/** How long a refusal takes; all of them read alike. */
	private static long timed(String login) {
		long before = System.nanoTime();
		HubClient.Answer answer = stage.client.post(null, "/auth/token",
				Map.of("login", login, "password", "wrong horse"));
		long took = System.nanoTime() - before;
		assertThat(answer.expect(401).path("code").asString()).isEqualTo("BAD_CREDENTIALS");
		assertThat(answer.body().path("detail").asString()).isEqualTo("登录名或密码不对。");
		return took;
	}

	@Test
	void nobodyGivesThemselvesMoreThanTheFormHas() {
		Map<String, Object> greedy = new HashMap<>(Map.of("login", login(), "password", Stage.PASSWORD, "name", "x"));
		greedy.putAll(Map.of("roles", "OPERATOR", "organization", UUID.randomUUID().toString(), "household",
				UUID.randomUUID().toString(), "verifiedAt", "2020-01-01T00:00:00Z", "alias",
				UUID.randomUUID().toString()));
		String token = stage.client.post(null, "/accounts", greedy).expect(201).path("accessToken").asString();
		stage.client.get(token, "/organizations").expect(403);
		assertThat(stage.client.get(token, "/account/organizations").expect(200).path("items")).isEmpty();
		String victim = stage.family();
		String child = stage.child(victim, "2018-05");
		stage.client
			.post(token, "/children",
					Map.of("id", child, "householdId", UUID.randomUUID().toString(), "name", "别人", "birthMonth",
							"2018-05", "consent", 1))
			.expect(201);
		assertThat(stage.client.get(victim, "/children").expect(200).path("items")).hasSize(1);
		String venue = Stage
			.id(stage.client.post(stage.venue, "/venues", Map.of("name", "抢占馆", "kind", "MUSEUM", "region", "云溪区",
					"organization", UUID.randomUUID().toString(), "organizationId", UUID.randomUUID().toString())));
		stage.client.put(stage.venue, "/venues/" + venue, Map.of("name", "抢占馆", "kind", "MUSEUM", "region", "云溪区"))
			.expect(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/bookings\r\nSet-Cookie: evil=1", "//evil.example", "https://evil.example/",
			"/\\evil.example", "javascript:alert(1)", "/ok%0d%0aSet-Cookie:evil=1" })
	void noAddressLeadsOutOrBreaksALine(String next) {
		String login = login();
		stage.client.signUp(login, Stage.PASSWORD, "林");
		PageClient browser = new PageClient(hub.address());
		browser.get("/sign-in").expect(200);
		String location = browser.post("/sign-in", Map.of("login", login, "password", Stage.PASSWORD, "next", next))
			.next();
		assertThat(location).startsWith("/").doesNotStartWith("//").doesNotContain("\r", "\n", "\\");
		assertThat(browser.cookie("evil")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/sign-in", "/no-such-page", "/api/v1/venues", "/api/v1/no-such-thing" })
	void everyAnswerHasItsShields(String path) throws IOException, InterruptedException {
		var headers = get(path).headers();
		assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
			.contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
			.doesNotContain("unsafe-inline", "unsafe-eval", "*");
		assertThat(headers.firstValue("Strict-Transport-Security").orElse("")).contains("max-age=31536000");
		assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
		assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
		assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
		assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=(self)", "microphone=()");
	}

	@Test
	void aPageOfAPersonIsNotKeptByTheBrowser() throws IOException, InterruptedException {
		PageClient browser = new PageClient(hub.address()).signUp(login(), Stage.PASSWORD);
		assertThat(get("/children", "Cookie", browser.cookies()).headers().firstValue("Cache-Control").orElse(""))
			.contains("no-store");
	}

	@Test
	void cookiesAreForThisSiteAndNotForScripts() throws IOException, InterruptedException {
		try (Hub strict = Hub.on(hub.database(), "gongyu.account.secure-cookies=true")) {
			String login = login();
			stage.client.signUp(login, Stage.PASSWORD, "林");
			HttpResponse<String> page = HTTP.send(
					HttpRequest.newBuilder(URI.create(strict.address() + "/sign-in")).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty()
				.allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("SameSite=Lax")
						&& cookie.contains("Secure"));
			PageClient browser = new PageClient(strict.address()).signIn(login, Stage.PASSWORD);
			assertThat(browser.cookies()).contains("__Host-gongyu_access=", "__Host-gongyu_refresh=");
			browser.lose("__Host-gongyu_access").get("/children").expect(200);
			PageClient.Page out = browser.post("/sign-out", Map.of());
			out.next();
			assertThat(browser.cookies()).doesNotContain("gongyu_access", "gongyu_refresh");
		}
	}

	@Test
	void twoNodesShareSignInsAndTheirEnd() {
		HubClient there = new HubClient(other.address());
		String login = login();
		stage.client.signUp(login, Stage.PASSWORD, "林");
		JsonNode pair = stage.client.post(null, "/auth/token", Map.of("login", login, "password", Stage.PASSWORD))
			.expect(200);
		there.get(pair.path("accessToken").asString(), "/children").expect(200);
		JsonNode next = there.post(null, "/auth/refresh", Map.of("refreshToken", pair.path("refreshToken").asString()))
			.expect(200);
		there.delete(next.path("accessToken").asString(), "/account/sign-ins").expect(204);
		stage.client.post(null, "/auth/refresh", Map.of("refreshToken", next.path("refreshToken").asString()))
			.expect(401);
	}

}
