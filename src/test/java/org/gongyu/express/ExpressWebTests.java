package org.gongyu.express;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.awaitility.Awaitility;
import org.gongyu.Hub;
import org.gongyu.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lane answers what the filters and controllers would have answered, and only for
 * whom it knows.
 */
class ExpressWebTests {

	/** Said in another way, so that it takes the way of all other requests. */
	private static final String PLAIN = "application/json";

	private static final String ROUNDABOUT = "application/json; charset=utf-8";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final AtomicInteger FILTERED = new AtomicInteger();

	static class Counting {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		WebFilter counting() {
			return (exchange, chain) -> {
				FILTERED.incrementAndGet();
				return chain.filter(exchange);
			};
		}

	}

	static Hub hub;

	static Stage stage;

	static String family;

	@BeforeAll
	static void start() {
		hub = Hub.with(List.of(Counting.class), Hub.newDatabase());
		stage = new Stage(hub);
		family = stage.family();
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@BeforeEach
	void known() {
		stage.client.get(family, "/holds").expect(200);
		FILTERED.set(0);
	}

	private record Sent(@Nullable String token, String language, String key, String path, String body) {

		Sent(String key, String body) {
			this(family, "zh-CN", key, "/holds", body);
		}

		HttpResponse<String> as(String type) throws IOException, InterruptedException {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.address() + "/api/v1" + this.path))
				.header("Content-Type", type)
				.header("Accept-Language", this.language)
				.header("Idempotency-Key", this.key)
				.POST(HttpRequest.BodyPublishers.ofString(this.body));
			if (this.token != null) {
				request.header("Authorization", "Bearer " + this.token);
			}
			return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}

		/** Sends it both ways and answers what both answer. */
		HttpResponse<String> both(int status) throws IOException, InterruptedException {
			HttpResponse<String> lane = as(PLAIN);
			HttpResponse<String> roundabout = as(ROUNDABOUT);
			assertThat(lane.statusCode()).as("%s", lane.body()).isEqualTo(status);
			assertThat(roundabout.statusCode()).isEqualTo(status);
			assertThat(lane.body()).isEqualTo(roundabout.body());
			assertThat(headers(lane)).isEqualTo(headers(roundabout));
			return lane;
		}

		private static Map<String, List<String>> headers(HttpResponse<?> answer) {
			Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
			headers.remove("date");
			return headers;
		}

	}

	private static String wish(String slot, int seats) {
		return "{\"items\":[{\"slotId\":\"%s\",\"pool\":\"PUBLIC\",\"seats\":%d}]}".formatted(slot, seats);
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

	@Test
	void aHoldIsTheSameHoldBothWays() throws IOException, InterruptedException {
		String slot = stage.slot(600, 5);
		FILTERED.set(0);
		new Sent(key(), wish(slot, 2)).both(201);
		assertThat(FILTERED).hasValue(1);
	}

	@Test
	void aBookingIsTheSameBookingBothWays() throws IOException, InterruptedException {
		String hold = Stage.id(stage.hold(family, stage.slot(600, 5), 2));
		FILTERED.set(0);
		new Sent(family, "en", "", "/bookings", "{\"holdId\":\"" + hold + "\"}").both(201);
		assertThat(FILTERED).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en", "fr", "", "en;q=x" })
	void aRefusalSpeaksTheSameLanguage(String language) throws IOException, InterruptedException {
		String slot = stage.slot(600, 1);
		HttpResponse<String> refused = new Sent(family, language, key(), "/holds", wish(slot, 2)).both(409);
		assertThat(refused.body()).contains("SOLD_OUT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "null", "[]", "{\"items\":[]}", "{\"items\":[{\"slotId\":\"x\"}]}",
			"{\"items\":[{\"slotId\":null,\"pool\":\"PUBLIC\",\"seats\":1}]}" })
	void whatIsNotWellFormedIsToldByTheControllers(String body) throws IOException, InterruptedException {
		new Sent(key(), body).both(400);
		assertThat(FILTERED).hasValue(2);
	}

	@Test
	void aMissingKeyAndAFaultAreToldTheSame() throws IOException, InterruptedException {
		new Sent(" ", wish(stage.slot(600, 5), 1)).both(400);
		new Sent(key(), wish(UUID.randomUUID().toString(), 1)).both(404);
	}

	@Test
	void whoIsNotKnownOrHasNoPartInItMeetsTheFilters() throws IOException, InterruptedException {
		String body = wish(stage.slot(600, 5), 1);
		FILTERED.set(0);
		new Sent(null, "en", key(), "/holds", body).both(401);
		new Sent("forged", "en", key(), "/holds", body).both(401);
		new Sent(stage.venue, "en", key(), "/holds", body).both(403);
		assertThat(FILTERED).hasValue(6);
	}

	@Test
	void aStreamIsTheSameBothWaysAndWhatIsNotThereIsToldByTheControllers() throws IOException, InterruptedException {
		String slot = stage.slot(600, 5);
		String activity = stage.client.get(null, "/slots/" + slot).expect(200).at("/activity/id").asString();
		FILTERED.set(0);
		for (String path : List.of("/api/v1/slots/" + slot + "/events", "/activities/" + activity + "/seats")) {
			assertThat(stream(path, "text/event-stream")).isEqualTo(stream(path, "text/event-stream;q=0.9"));
		}
		assertThat(FILTERED).hasValue(2);
		assertThat(HTTP
			.send(HttpRequest.newBuilder(URI.create(hub.address() + "/api/v1/slots/" + UUID.randomUUID() + "/events"))
				.header("Accept", "text/event-stream")
				.build(), HttpResponse.BodyHandlers.ofString())
			.statusCode()).isEqualTo(404);
		assertThat(FILTERED).hasValue(3);
	}

	/** The headers and the first event without the time at which it was counted. */
	private static String stream(String path, String accept) throws IOException, InterruptedException {
		HttpResponse<Stream<String>> answer = HTTP.send(HttpRequest.newBuilder(URI.create(hub.address() + path))
			.header("Accept", accept)
			.header("Accept-Language", "zh-CN")
			.build(), HttpResponse.BodyHandlers.ofLines());
		try (Stream<String> lines = answer.body()) {
			return Sent.headers(answer) + " "
					+ lines.takeWhile(line -> !line.isEmpty())
						.map(line -> line.replaceAll("\"asOf\":\"[^\"]+\"", ""))
						.toList();
		}
	}

	@Test
	void requestsAreCountedLikeAllOthers() throws IOException, InterruptedException {
		long before = counted();
		new Sent(key(), wish(stage.slot(600, 1), 2)).both(409);
		Awaitility.await().untilAsserted(() -> assertThat(counted()).isEqualTo(before + 2));
	}

	private static long counted() {
		return hub.bean(MeterRegistry.class)
			.find("http.server.requests")
			.tags("uri", "/api/v1/holds", "status", "409", "method", "POST", "outcome", "CLIENT_ERROR")
			.timers()
			.stream()
			.mapToLong(Timer::count)
			.sum();
	}

}
