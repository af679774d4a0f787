package org.gongyu.booking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Seats that are released in batches.
 */
class StagedReleaseWebTests {

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

	private static String slot(int seats, int batches) {
		return stage.slot(stage.activity(), 6000,
				Map.of("pool", "PUBLIC", "capacity", seats, "batches", Map.of("count", batches, "minutes", 10)));
	}

	/** Time goes by until the next batch of the slot. */
	private static void nextBatch(String slot) {
		hub.execute(
				"update pool_batch set opens_at = now() where (slot_id, opens_at) in (select slot_id, min(opens_at) "
						+ "from pool_batch where slot_id = '" + slot + "' and not opened group by slot_id)");
	}

	@Test
	void eachBatchOpensAtItsTimeAndNoEarlier() {
		String slot = slot(10, 3);
		assertThat(stage.left(slot)).isEqualTo(3);
		stage.hold(stage.family(), slot, 3).expect(201);
		assertThat(stage.hold(stage.family(), slot, 1).expect(409).path("code").asString()).isEqualTo("SOLD_OUT");
		nextBatch(slot);
		await().untilAsserted(() -> stage.hold(stage.family(), slot, 3).expect(201));
		nextBatch(slot);
		await().until(() -> stage.left(slot) == 4);
	}

	@Test
	void whoWaitsComesFirst() {
		String slot = slot(4, 2);
		stage.booking(stage.family(), slot, 2);
		String waiting = stage.family();
		stage.client.post(waiting, "/waitlist", Map.of("slots", List.of(slot), "adults", 2)).expect(201);
		nextBatch(slot);
		await().until(() -> stage.client.get(waiting, "/waitlist").expect(200).at("/items/0/offer").isObject());
		stage.hold(stage.family(), slot, 1).expect(409);
	}

	@Test
	void anotherCapacityIsOfWhatIsOpenAndLaterBatchesComeOnTop() {
		String slot = slot(10, 2);
		stage.booking(stage.family(), slot, 5);
		JsonNode refused = stage.client.put(stage.venue, "/desk/slots/" + slot + "/pools/PUBLIC", Map.of("capacity", 4))
			.expect(409);
		assertThat(refused.path("code").asString()).isEqualTo("SEATS_PROMISED");
		assertThat(
				stage.client.put(stage.venue, "/desk/slots/" + slot + "/pools/PUBLIC", Map.of("capacity", 7)).status())
			.isLessThan(300);
		assertThat(stage.left(slot)).isEqualTo(2);
		nextBatch(slot);
		await().until(() -> stage.left(slot) == 7);
	}

	@Test
	void aPartyThatIsLargerThanABatchCanWaitForTheNext() {
		String slot = slot(6, 3);
		String family = stage.family();
		stage.client.post(family, "/waitlist", Map.of("slots", List.of(slot), "adults", 4)).expect(201);
		nextBatch(slot);
		await().until(() -> stage.client.get(family, "/waitlist").expect(200).at("/items/0/offer").isObject());
	}

	@Test
	void batchesThatCannotBeAreRefusedWithTheirField() {
		Instant start = Instant.now().plus(3, ChronoUnit.HOURS);
		for (Map<String, Object> pool : List.<Map<String, Object>>of(
				Map.of("pool", "PUBLIC", "capacity", 3, "batches", Map.of("count", 4, "minutes", 1)),
				Map.of("pool", "PUBLIC", "capacity", 30, "batches", Map.of("count", 4, "minutes", 70)),
				Map.of("pool", "SCHOOL", "capacity", 30, "batches", Map.of("count", 2, "minutes", 1)), Map.of("pool",
						"PUBLIC", "capacity", 30, "windowSeconds", 5, "batches", Map.of("count", 2, "minutes", 1)))) {
			String activity = Stage.id(stage.client.post(stage.venue, "/activities", stage.activity()));
			JsonNode refused = stage.client
				.post(stage.venue, "/activities/" + activity + "/slots", Map.of("startsAt", start.toString(), "endsAt",
						start.plusSeconds(3600).toString(), "pools", List.of(pool)))
				.expect(400);
			assertThat(refused.at("/violations/0/field").asString()).contains("batches");
		}
	}

}
