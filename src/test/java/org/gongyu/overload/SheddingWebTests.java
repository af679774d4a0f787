package org.gongyu.overload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.gongyu.Hub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is turned away, in which order, and for how long.
 */
class SheddingWebTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final Duration COSTLY = Duration.ofMillis(60);

	private static final AtomicLong SPUN = new AtomicLong();

	static class CostlySearch {

		/**
		 * Takes an event loop as long as something does that was forgotten to be quick.
		 */
		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		WebFilter costly() {
			return (exchange, chain) -> {
				long until = System.nanoTime() + COSTLY.toNanos();
				while (exchange.getRequest().getURI().getPath().equals("/api/v1/slots") && System.nanoTime() < until) {
					SPUN.incrementAndGet();
				}
				return chain.filter(exchange);
			};
		}

	}

	static Hub hub;

	private final AtomicLong lag = new AtomicLong();

	@BeforeAll
	static void start() {
		hub = Hub.with(List.of(CostlySearch.class), Hub.newDatabase(), "gongyu.overload.browse-lag=50ms");
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private Shedding shedding(int requests, HttpHandler served) {
		OverloadProperties properties = new OverloadProperties(requests, 2, Duration.ofMillis(150),
				List.of("POST /api/v1/bookings"), List.of("POST /api/v1/holds"), List.of("GET /actuator/**"),
				Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(250));
		return new Shedding(this.lag::get, hub.bean(Busy.class), properties, served);
	}

	private static MockServerHttpResponse answer(Shedding shedding, MockServerHttpRequest.BaseBuilder<?> request) {
		MockServerHttpResponse response = new MockServerHttpResponse();
		shedding.handle(request.build(), response).block();
		return response;
	}

	private static boolean turnedAway(Shedding shedding, MockServerHttpRequest.BaseBuilder<?> request) {
		return answer(shedding, request).getStatusCode() != null;
	}

	private List<Boolean> turnedAway(Shedding shedding) {
		return Stream
			.of(MockServerHttpRequest.get("/actuator/health/readiness"), MockServerHttpRequest.post("/api/v1/bookings"),
					MockServerHttpRequest.post("/api/v1/holds"), MockServerHttpRequest.get("/activities/1"))
			.map(request -> turnedAway(shedding, request))
			.toList();
	}

	@Test
	void whatMattersMostIsTurnedAwayLast() {
		Shedding shedding = shedding(100, (request, response) -> Mono.empty());
		assertThat(turnedAway(shedding)).containsExactly(false, false, false, false);
		this.lag.set(Duration.ofMillis(30).toNanos());
		assertThat(turnedAway(shedding)).containsExactly(false, false, false, true);
		this.lag.set(Duration.ofMillis(60).toNanos());
		assertThat(turnedAway(shedding)).containsExactly(false, false, true, true);
		this.lag.set(Duration.ofMillis(300).toNanos());
		assertThat(turnedAway(shedding)).containsExactly(false, true, true, true);
	}

	@Test
	void soManyAreUnderWayAtOnceAndTheirPlacesComeBack() {
		Shedding shedding = shedding(10, (request, response) -> Mono.never());
		List<Disposable> waiting = Stream.generate(() -> MockServerHttpRequest.post("/api/v1/bookings"))
			.limit(5)
			.map(request -> shedding.handle(request.build(), new MockServerHttpResponse()).subscribe())
			.toList();
		assertThat(turnedAway(shedding, MockServerHttpRequest.get("/"))).isTrue();
		waiting.forEach(Disposable::dispose);
		Shedding done = shedding(2, (request, response) -> Mono.empty());
		for (int i = 0; i < 10; i++) {
			assertThat(turnedAway(done, MockServerHttpRequest.get("/"))).isFalse();
		}
	}

	@Test
	void whoIsTurnedAwayIsToldWhenToComeAgainInTheirLanguage() {
		Shedding shedding = shedding(100, (request, response) -> Mono.empty());
		this.lag.set(Duration.ofSeconds(1).toNanos());
		MockServerHttpResponse document = answer(shedding, MockServerHttpRequest.post("/api/v1/holds"));
		assertThat(document.getStatusCode()).hasToString("503 SERVICE_UNAVAILABLE");
		assertThat(Integer.parseInt(String.valueOf(document.getHeaders().getFirst("Retry-After")))).isBetween(2, 6);
		assertThat(document.getBodyAsString().block()).contains("UNAVAILABLE", "系统正忙");
		MockServerHttpResponse page = answer(shedding, MockServerHttpRequest.get("/").header("Accept-Language", "en"));
		assertThat(page.getHeaders().getFirst("Refresh")).isNotNull();
		assertThat(page.getHeaders().getFirst("Content-Security-Policy")).isNotNull();
		assertThat(page.getBodyAsString().block()).contains("lang=\"en\"", "busy");
	}

	private static CompletableFuture<Integer> status(String path) {
		return HTTP
			.sendAsync(HttpRequest.newBuilder(URI.create(hub.address() + path)).timeout(Duration.ofSeconds(30)).build(),
					HttpResponse.BodyHandlers.discarding())
			.thenApply(HttpResponse::statusCode);
	}

	@Test
	void aLateLoopTurnsPeopleAwayAndServesThemWithinTwoSecondsAfter() throws IOException, InterruptedException {
		Awaitility.await().until(() -> status("/api/v1/slots").join() == 200);
		List<CompletableFuture<Integer>> flood = Stream.generate(() -> status("/api/v1/slots")).limit(400).toList();
		List<Integer> answered = flood.stream().map(CompletableFuture::join).toList();
		assertThat(answered).contains(200, 503).containsOnly(200, 503);
		assertThat(status("/actuator/health/liveness").join()).isEqualTo(200);
		Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> status("/").join() == 200);
	}

}
