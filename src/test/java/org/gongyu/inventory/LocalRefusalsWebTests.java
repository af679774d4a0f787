package org.gongyu.inventory;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.Stage;
import org.gongyu.activity.Pool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the image has refused to everybody is refused by the node itself, and not a moment
 * longer than it is true.
 */
class LocalRefusalsWebTests {

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.inventory.refusal=30s");
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	/** A slot that is sold out, as this node knows. */
	private static String soldOut(String family, String key, int seats) {
		String slot = stage.slot(6000, seats);
		stage.client.hold(family, key, Stage.wish(slot, seats)).expect(201);
		untilKnown(slot);
		return slot;
	}

	private static void untilKnown(String slot) {
		SeatHold any = new SeatHold(UUID.randomUUID(), UUID.fromString(slot), Pool.PUBLIC, UUID.randomUUID(), 1);
		Supplier<Boolean> known = () -> hub.bean(SeatInventory.class).refusal(any) != null;
		for (int i = 0; i < 100 && !known.get(); i++) {
			refused(slot, 1);
			Mono.delay(Duration.ofMillis(20)).block();
		}
		assertThat(known.get()).isTrue();
	}

	private static void refused(String slot, int times) {
		String family = stage.family();
		IntStream.range(0, times)
			.forEach(i -> assertThat(stage.client.hold(family, UUID.randomUUID().toString(), Stage.wish(slot, 1))
				.expect(409)
				.path("code")
				.asString()).isEqualTo("SOLD_OUT"));
	}

	private static long scripts() {
		return Long.parseLong(
				Objects
					.requireNonNull(hub.bean(ReactiveStringRedisTemplate.class)
						.execute(connection -> connection.serverCommands().info("commandstats"))
						.blockFirst())
					.getProperty("cmdstat_evalsha")
					.replaceAll("calls=(\\d+).*", "$1"));
	}

	@Test
	void refusalsAskNobody() {
		String slot = soldOut(stage.family(), "first", 2);
		long before = scripts();
		refused(slot, 100);
		assertThat(scripts() - before).isLessThan(50);
	}

	@Test
	void whoHasSeatsIsToldSoAgain() {
		String family = stage.family();
		String slot = soldOut(family, "mine", 3);
		HubClient.Answer again = stage.client.hold(family, "mine", Stage.wish(slot, 3));
		again.expect(201);
	}

	@Test
	void seatsThatComeBackAreThereAtOnce() {
		String family = stage.family();
		String slot = stage.slot(6000, 2);
		String hold = Stage.id(stage.hold(family, slot, 2));
		untilKnown(slot);
		stage.client.delete(family, "/holds/" + hold).expect(204);
		stage.hold(stage.family(), slot, 1).expect(201);
		String booking = stage.booking(family, slot, 1);
		untilKnown(slot);
		stage.client.post(family, "/bookings/" + booking + "/cancel", null).expect(200);
		stage.hold(stage.family(), slot, 1).expect(201);
	}

	@Test
	void aSmallerPartyIsAskedFor() {
		String slot = stage.slot(6000, 3);
		stage.hold(stage.family(), slot, 2).expect(201);
		stage.hold(stage.family(), slot, 2).expect(409);
		stage.hold(stage.family(), slot, 1).expect(201);
	}

}
