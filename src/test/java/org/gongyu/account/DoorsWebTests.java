package org.gongyu.account;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The doors of the hub: the API takes no cookie however its path is written, forms need
 * their token, operations are closed, and text that cannot be stored stays outside.
 */
class DoorsWebTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static PageClient family() {
		return new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
	}

	private static int status(String method, String path, PageClient who) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(hub.address() + path))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.header("Cookie", who.cookies() + "; none=1")
			.build();
		return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/bookings", "/%61pi/v1/bookings", "/ap%69/v1/children", "/api/v1/holds" })
	void theApiTakesNoCookieHoweverItsPathIsWritten(String path) throws IOException, InterruptedException {
		assertThat(status("GET", path, family())).isEqualTo(401);
		assertThat(status("POST", path, family())).isEqualTo(401);
	}

	@Test
	void aFormWithoutItsTokenIsToldSoInWords() {
		PageClient browser = new PageClient(hub.address());
		browser.get("/sign-in").expect(200);
		assertThat(browser.postBare("/sign-in", Map.of("login", "a@example.org", "password", "x")).expect(403))
			.contains("这个页面打开太久了");
	}

	@Test
	void operationsAreTheOperators() throws IOException, InterruptedException {
		assertThat(status("GET", "/actuator/health", new PageClient(hub.address()))).isEqualTo(200);
		assertThat(status("GET", "/actuator/prometheus", family())).isEqualTo(403);
		family().get("/operator").expect(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/v1/slots", "/actuator/health" })
	void whatAnybodyReadsAnswersHead(String path) throws IOException, InterruptedException {
		assertThat(status("HEAD", path, new PageClient(hub.address()))).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/?q=a%00b", "/api/v1/slots?q=%00", "/api/v1/slots?region=%00", "/api/v1/venues?region=%00",
					"/api/v1/slots?from=%2B999999999-12-31T00:00:00Z", "/?day=%2B999999999-12-31" })
	void aQueryThatCannotBeAnsweredIsRefused(String path) throws IOException, InterruptedException {
		assertThat(status("GET", path, new PageClient(hub.address()))).isEqualTo(400);
	}

	@Test
	void textThatCannotBeStoredIsRefusedWithItsField() {
		Map<String, Object> signUp = Map.of("login", "x@example.org", "password", Stage.PASSWORD, "name", "a\0b");
		assertThat(
				stage.client.post(null, "/accounts", signUp).expect(400).path("violations").findValuesAsString("field"))
			.containsExactly("name");
		Map<String, Object> activity = stage.activity();
		activity.put("title", "\0");
		stage.client.post(stage.venue, "/activities", activity).expect(400);
		Map<String, String> child = Map.of("name", "小\0禾", "birthMonth", "2018-05");
		PageClient browser = family();
		browser.get("/children").expect(200);
		browser.post("/children", child).expect(400);
	}

}
