package org.gongyu.inventory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongyu.Hub;
import org.gongyu.Stage;
import org.gongyu.platform.RedisConnections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever watches a slot is told of every change soon, and leaves nothing behind.
 */
class SeatEventsWebTests {

	private static final Duration SOON = Duration.ofSeconds(2);

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.inventory.hold=4s");
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void aWatcherSeesHoldReleaseBookingAndExpiry() throws InterruptedException {
		String family = stage.family();
		String slot = stage.slot(600, 10);
		try (SeatFeed feed = new SeatFeed(hub.address() + "/api/v1/slots/" + slot + "/events")) {
			JsonNode first = feed.next(SOON);
			assertThat(first.path("pools").get(0).path("remaining").asInt()).isEqualTo(10);
			String released = Stage.id(stage.hold(family, slot, 3));
			feed.expect(slot, 7, SOON);
			stage.client.delete(family, "/holds/" + released).expect(204);
			feed.expect(slot, 10, SOON);
			String booking = stage.booking(family, slot, 2);
			feed.expect(slot, 8, SOON);
			stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
			feed.expect(slot, 10, SOON);
			stage.hold(family, slot, 1).expect(201);
			feed.expect(slot, 9, SOON);
			feed.expect(slot, 10, Duration.ofSeconds(4).plus(SOON));
		}
	}

	@Test
	void aPageIsToldOfEachOfItsSlots() throws InterruptedException {
		String slot = stage.slot(600, 10);
		String activity = stage.client.get(null, "/slots/" + slot).expect(200).path("activity").path("id").asString();
		String later = Stage.id(stage.client.post(stage.venue, "/activities/" + activity + "/slots", later()));
		stage.client.post(stage.venue, "/activities/" + activity + "/publish", Map.of()).expect(200);
		try (SeatFeed feed = new SeatFeed(hub.address() + "/activities/" + activity + "/seats")) {
			List<String> slots = Stream.of(feed.next(SOON), feed.next(SOON))
				.map(event -> event.path("slot").asString())
				.toList();
			assertThat(slots).containsExactlyInAnyOrder(slot, later);
			stage.hold(stage.family(), later, 2).expect(201);
			feed.expect(later, 4, SOON);
		}
	}

	@Test
	void allWatchersOfASlotAreTold() throws InterruptedException {
		String slot = stage.slot(600, 10);
		String events = hub.address() + "/api/v1/slots/" + slot + "/events";
		try (SeatFeed one = new SeatFeed(events); SeatFeed other = new SeatFeed(events)) {
			one.expect(slot, 10, SOON);
			other.expect(slot, 10, SOON);
			stage.hold(stage.family(), slot, 1).expect(201);
			one.expect(slot, 9, SOON);
			other.expect(slot, 9, SOON);
		}
		assertThat(channels(slot)).contains(1L);
		await().until(() -> channels(slot).equals(List.of(0L)));
	}

	@Test
	void nobodyWatchesWhatIsNotThere() {
		HttpStatusCode status = WebClient.create(hub.address() + "/api/v1/slots/" + UUID.randomUUID() + "/events")
			.get()
			.exchangeToMono(answer -> Mono.just(answer.statusCode()))
			.block(SOON);
		assertThat(status).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void aSlotIsTouchedOnceWhenAHoldExpires() throws InterruptedException {
		String family = stage.family();
		String slot = stage.slot(600, 10);
		try (SeatFeed feed = new SeatFeed(hub.address() + "/api/v1/slots/" + slot + "/events")) {
			feed.expect(slot, 10, SOON);
			stage.hold(family, slot, 1).expect(201);
			for (int i = 0; i < 10; i++) {
				String hold = Stage.id(stage.hold(family, slot, 1));
				feed.expect(slot, 8, SOON);
				stage.client.delete(family, "/holds/" + hold).expect(204);
				feed.expect(slot, 9, SOON);
			}
			long before = scripts();
			feed.expect(slot, 10, Duration.ofSeconds(5));
			assertThat(scripts() - before).isLessThan(10);
		}
	}

	private static long scripts() {
		String stats = hub.bean(RedisConnections.class).commands().info("commandstats").toCompletableFuture().join();
		return stats.lines()
			.filter(line -> line.startsWith("cmdstat_evalsha:"))
			.mapToLong(line -> Long.parseLong(line.replaceAll("cmdstat_evalsha:calls=(\\d+),.*", "$1")))
			.sum();
	}

	private static List<Long> channels(String slot) {
		byte[] channel = SeatImage.channel(UUID.fromString(slot)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
		return List.copyOf(hub.bean(RedisConnections.class)
			.commands()
			.pubsubNumsub(channel)
			.toCompletableFuture()
			.join()
			.values());
	}

	private static Map<String, Object> later() {
		java.time.Instant start = java.time.Instant.now().plusSeconds(90_000);
		return Map.of("startsAt", start.toString(), "endsAt", start.plusSeconds(3600).toString(), "pools",
				List.of(Map.of("pool", "PUBLIC", "capacity", 6)));
	}

}
