package org.gongyu.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is too fast is told how long to wait, on every node; nobody else is.
 */
class LimitsWebTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	static Hub hub;

	static Hub other;

	static HubClient client;

	static Stage stage;

	@BeforeAll
	static void start() {
		String[] settings = { "gongyu.limits.sign-in-by-login.acts=3", "gongyu.limits.sign-in-by-login.period=1h",
				"gongyu.limits.search-by-address.acts=5", "gongyu.limits.search-by-address.period=1h",
				"gongyu.limits.hold-by-household.acts=3", "gongyu.limits.hold-by-household.period=1h",
				"gongyu.limits.hold-by-address.acts=40", "gongyu.limits.hold-by-address.period=1h",
				"gongyu.limits.sign-up-by-login.acts=2", "gongyu.limits.sign-up-by-login.period=1h",
				"gongyu.limits.unused-holds-by-household.acts=2", "gongyu.limits.unused-holds-by-household.period=1h",
				"gongyu.trusted-proxies=127.0.0.1" };
		hub = Hub.start(settings);
		other = Hub.on(hub.database(), settings);
		client = new HubClient(hub.address());
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		other.close();
		hub.close();
	}

	private static HubClient.Answer signIn(HubClient at, String login) {
		return at.post(null, "/auth/token", Map.of("login", login, "password", "wrong"));
	}

	private static HttpResponse<String> search(String forwarded) throws IOException, InterruptedException {
		return HTTP.send(HttpRequest.newBuilder(URI.create(hub.address() + "/api/v1/slots"))
			.header("X-Forwarded-For", forwarded)
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static int searches(String forwarded) throws IOException, InterruptedException {
		int answered = 0;
		for (int i = 0; i < 8; i++) {
			answered += (search(forwarded).statusCode() == 200) ? 1 : 0;
		}
		return answered;
	}

	@Test
	void guessingAPasswordIsSlowedDownOnAllNodesTogether() {
		String login = UUID.randomUUID() + "@example.org";
		signIn(client, login).expect(401);
		signIn(new HubClient(other.address()), login).expect(401);
		signIn(client, login).expect(401);
		HubClient.Answer tooFast = signIn(new HubClient(other.address()), login);
		assertThat(tooFast.expect(429).path("code").asString()).isEqualTo("TOO_FAST");
		assertThat(Integer.parseInt(String.valueOf(tooFast.headers().getFirst("Retry-After")))).isBetween(1, 1201);
		signIn(client, UUID.randomUUID() + "@example.org").expect(401);
	}

	@Test
	void eachAddressBehindTheProxyIsCountedForItself() throws IOException, InterruptedException {
		assertThat(searches("203.0.113.7")).isEqualTo(5);
		assertThat(search("203.0.113.8").statusCode()).isEqualTo(200);
		HttpResponse<String> refused = search("203.0.113.7");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		assertThat(refused.body()).contains("TOO_FAST");
	}

	@Test
	void whatTheClientWritesBeforeTheProxyIsNotBelieved() throws IOException, InterruptedException {
		assertThat(searches("198.51.100.1, 203.0.113.9")).isEqualTo(5);
		assertThat(search("198.51.100.2, 203.0.113.9").statusCode()).isEqualTo(429);
		assertThat(search("198.51.100.3, nonsense, 203.0.113.9").statusCode()).isEqualTo(429);
	}

	@Test
	void anAddressOfTheNewKindCountsAsItsNetwork() throws IOException, InterruptedException {
		assertThat(searches("2001:db8:7:7::1")).isEqualTo(5);
		assertThat(search("2001:db8:7:7:ffff::2").statusCode()).isEqualTo(429);
		assertThat(search("2001:db8:7:8::1").statusCode()).isEqualTo(200);
	}

	@Test
	void holdsAreCountedByHouseholdOnAllNodesTogetherWhicheverGuardianAsks() {
		HubClient elsewhere = new HubClient(other.address());
		String slot = stage.slot(600, 20);
		String family = stage.family();
		String login = UUID.randomUUID() + "@example.org";
		String guardian = client.signUp(login, Stage.PASSWORD, "周");
		String invitation = client.post(family, "/guardians/invitations", Map.of())
			.expect(201)
			.path("token")
			.asString();
		assertThat(client.post(guardian, "/guardians/invitations/" + invitation + "/accept", Map.of()).status())
			.isLessThan(300);
		guardian = client.signIn(login, Stage.PASSWORD);
		book(client, family, slot);
		book(elsewhere, guardian, slot);
		book(elsewhere, family, slot);
		assertThat(stage.hold(family, slot, 1).expect(429).path("code").asString()).isEqualTo("TOO_FAST");
		assertThat(stage.hold(guardian, slot, 1).expect(429).path("code").asString()).isEqualTo("TOO_FAST");
		stage.hold(stage.family(), slot, 1).expect(201);
		assertThat(stage.left(slot)).isEqualTo(16);
	}

	@Test
	void whoDropsHoldsHasToWaitAndWhoBooksThemHasNot() {
		String slot = stage.slot(600, 20);
		String family = stage.family();
		drop(client, family, slot);
		book(client, family, slot);
		drop(new HubClient(other.address()), family, slot);
		String patient = stage.family();
		drop(client, patient, slot);
		drop(client, patient, slot);
		HubClient.Answer refused = stage.hold(patient, slot, 1);
		assertThat(refused.expect(429).path("code").asString()).isEqualTo("HOLDS_UNUSED");
		assertThat(Integer.parseInt(String.valueOf(refused.headers().getFirst("Retry-After")))).isBetween(1, 1801);
		assertThat(stage.left(slot)).isEqualTo(19);
	}

	@Test
	void aNewAccountOfTheSamePersonIsNoWayAroundLimits() {
		String login = UUID.randomUUID() + "@example.org";
		for (int i = 0; i < 2; i++) {
			String family = client.signUp(login, Stage.PASSWORD, "周");
			assertThat(client.post(family, "/my-data/delete", Map.of("password", Stage.PASSWORD)).status())
				.isLessThan(300);
		}
		assertThat(client.post(null, "/accounts", Map.of("login", login, "password", Stage.PASSWORD, "name", "周"))
			.expect(429)
			.path("code")
			.asString()).isEqualTo("TOO_FAST");
		assertThat(hub.bean(RedisConnections.class)
			.commands()
			.keys("limit:sign-up-by-login:*")
			.toCompletableFuture()
			.join()).allSatisfy(key -> assertThat(new String(key, StandardCharsets.UTF_8)).doesNotContain("@"));
	}

	@Test
	void aWholeSchoolBehindOneAddressHoldsAndAMachineDoesNot() throws IOException, InterruptedException {
		String slot = stage.slot(600, 100);
		String wish = "{\"items\":[{\"slotId\":\"" + slot + "\",\"pool\":\"PUBLIC\",\"seats\":1}]}";
		for (int i = 0; i < 20; i++) {
			String family = stage.family();
			assertThat(hold(family, wish, "192.0.2.77")).isEqualTo(201);
			assertThat(hold(family, wish, "192.0.2.77")).isEqualTo(201);
		}
		assertThat(hold(stage.family(), wish, "192.0.2.77")).isEqualTo(429);
		assertThat(hold(stage.family(), wish, "192.0.2.78")).isEqualTo(201);
	}

	private static int hold(String family, String wish, String address) throws IOException, InterruptedException {
		return HTTP
			.send(HttpRequest.newBuilder(URI.create(hub.address() + "/api/v1/holds"))
				.header("X-Forwarded-For", address)
				.header("Authorization", "Bearer " + family)
				.header("Idempotency-Key", UUID.randomUUID().toString())
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(wish))
				.build(), HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	private static void book(HubClient at, String family, String slot) {
		at.post(family, "/bookings", Map.of("holdId", hold(at, family, slot))).expect(201);
	}

	private static void drop(HubClient at, String family, String slot) {
		at.delete(family, "/holds/" + hold(at, family, slot)).expect(204);
	}

	private static String hold(HubClient at, String family, String slot) {
		return Stage.id(at.hold(family, UUID.randomUUID().toString(), Stage.wish(slot, 1)));
	}

}
