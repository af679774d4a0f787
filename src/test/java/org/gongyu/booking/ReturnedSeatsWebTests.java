package org.gongyu.booking;

import java.util.List;
import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Seats that a party gives back, where the venue wants them to come back at a moment that
 * nobody knows.
 */
class ReturnedSeatsWebTests {

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

	private static String slot(int seats, int minutes) {
		Map<String, Object> activity = stage.activity();
		activity.put("returnMinutes", minutes);
		return stage.slot(activity, 6000, Map.of("pool", "PUBLIC", "capacity", seats));
	}

	private static void cancel(String family, String booking) {
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
	}

	private static String opening(String slot, String question) {
		return String.valueOf(
				hub.query("select " + question + " from pool_batch where slot_id = '" + slot + "' and not opened"));
	}

	@Test
	void theyComeBackWithinTheTimeAndNotAtOnce() {
		String slot = slot(5, 30);
		stage.booking(stage.family(), slot, 3);
		String family = stage.family();
		cancel(family, stage.booking(family, slot, 2));
		assertThat(stage.left(slot)).isZero();
		assertThat(stage.hold(stage.family(), slot, 1).expect(409).path("code").asString()).isEqualTo("SOLD_OUT");
		assertThat(opening(slot, "opens_at between now() and now() + interval '30 minutes'")).isEqualTo("t");
		hub.execute("update pool_batch set opens_at = now() where slot_id = '" + slot + "'");
		await().until(() -> stage.left(slot) == 2);
		stage.booking(stage.family(), slot, 2);
	}

	@Test
	void eachAtAMomentOfItsOwn() {
		String slot = slot(4, 700);
		List<String> families = List.of(stage.family(), stage.family(), stage.family(), stage.family());
		List<String> bookings = families.stream().map(family -> stage.booking(family, slot, 1)).toList();
		for (int i = 0; i < 4; i++) {
			cancel(families.get(i), bookings.get(i));
		}
		assertThat(opening(slot, "count(*)")).isEqualTo("4");
		assertThat(opening(slot, "max(opens_at) - min(opens_at) > interval '10 seconds'")).isEqualTo("t");
	}

	@Test
	void nobodyHidesSeatsByBookingAndCancelling() {
		String slot = slot(9, 700);
		String family = stage.family();
		for (int i = 0; i < 3; i++) {
			cancel(family, stage.booking(family, slot, 3));
		}
		assertThat(stage.left(slot)).isEqualTo(9);
	}

	@Test
	void whoWaitsHasThemFirstWhenTheyComeBack() {
		String slot = slot(2, 30);
		String family = stage.family();
		String booking = stage.booking(family, slot, 2);
		String waiting = stage.family();
		stage.client.post(waiting, "/waitlist", Map.of("slots", List.of(slot), "adults", 2)).expect(201);
		cancel(family, booking);
		assertThat(opening(slot, "sum(seats)")).isEqualTo("2");
		hub.execute("update pool_batch set opens_at = now() where slot_id = '" + slot + "'");
		await().until(() -> stage.client.get(waiting, "/waitlist").expect(200).at("/items/0/offer").isObject());
		stage.hold(stage.family(), slot, 1).expect(409);
	}

	@Test
	void aSmallerPartyGivesBackInTheSameWay() {
		String slot = slot(3, 30);
		String family = stage.family();
		String booking = stage.booking(family, slot, 3);
		stage.client.put(family, "/bookings/" + booking + "/party", Map.of("adults", 1)).expect(200);
		assertThat(stage.left(slot)).isZero();
		assertThat(opening(slot, "sum(seats)")).isEqualTo("2");
	}

	@Test
	void elsewhereTheyAreThereAtOnceAndHoldsAlwaysAre() {
		String slot = slot(5, 0);
		String family = stage.family();
		cancel(family, stage.booking(family, slot, 2));
		assertThat(stage.left(slot)).isEqualTo(5);
		String resting = slot(5, 30);
		String hold = Stage.id(stage.hold(family, resting, 2));
		stage.client.delete(family, "/holds/" + hold).expect(204);
		assertThat(stage.left(resting)).isEqualTo(5);
	}

}
