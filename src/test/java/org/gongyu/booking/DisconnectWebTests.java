package org.gongyu.booking;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever sends a hold or a confirm and goes away without waiting has what they asked
 * for.
 */
class DisconnectWebTests {

	private static final String JSON = "application/json";

	private static final String FORM = "application/x-www-form-urlencoded";

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

	@RepeatedTest(5)
	void overTheApiItIsHeldAndBooked() throws IOException {
		String family = stage.family();
		String slot = stage.slot(600, 10);
		String bearer = "Authorization: Bearer " + family + "\r\n";
		sendAndLeave("/api/v1/holds", bearer + "Idempotency-Key: " + UUID.randomUUID() + "\r\n", JSON,
				"{\"items\":[{\"slotId\":\"" + slot + "\",\"pool\":\"PUBLIC\",\"seats\":2}]}");
		String hold = theOnly(family, "/holds");
		sendAndLeave("/api/v1/bookings", bearer, JSON, "{\"holdId\":\"" + hold + "\"}");
		theOnly(family, "/bookings");
		assertThat(stage.left(slot)).isEqualTo(8);
	}

	@RepeatedTest(5)
	void onThePagesItIsHeldAndBooked() throws IOException {
		PageClient browser = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		String family = String.valueOf(browser.cookie("gongyu_access"));
		String slot = stage.slot(600, 10);
		String activity = stage.client.get(null, "/slots/" + slot).expect(200).path("activity").path("id").asString();
		browser.get("/activities/" + activity).expect(200);
		sendAndLeave("/activities/" + activity + "/hold", cookies(browser), FORM, PageClient.encoded(
				Map.of("slot", slot, "adults", "2", "key", UUID.randomUUID().toString(), "_csrf", browser.csrf())));
		String hold = theOnly(family, "/holds");
		browser.get("/holds/" + hold).expect(200);
		sendAndLeave("/holds/" + hold + "/confirm", cookies(browser), FORM,
				PageClient.encoded(Map.of("_csrf", browser.csrf())));
		theOnly(family, "/bookings");
		assertThat(stage.left(slot)).isEqualTo(8);
		await().until(() -> stage.client.get(family, "/holds").expect(200).path("items").isEmpty());
	}

	private static String theOnly(String family, String list) {
		JsonNode items = await().until(() -> stage.client.get(family, list).expect(200).path("items"),
				found -> found.size() == 1);
		return items.get(0).path("id").asString();
	}

	private static String cookies(PageClient browser) {
		return "Cookie: " + browser.cookies() + "\r\n";
	}

	/** Closes the connection without reading: a late answer meets a reset. */
	private static void sendAndLeave(String path, String headers, String type, String body) throws IOException {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Type: " + type
				+ "\r\nContent-Length: " + content.length + "\r\n\r\n";
		try (Socket socket = new Socket("localhost", hub.port())) {
			socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
		}
	}

}
