package org.gongyu.booking;

import java.util.HashMap;
import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A family cancels until the slot begins; after the window it is marked late, once and
 * for all.
 */
class CancellationWebTests {

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.activity.offer-cache=1ms");
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void beforeTheWindowItIsInTime() {
		String family = stage.family();
		String slot = slot(1, 600);
		String booking = stage.booking(family, slot, 2);
		JsonNode cancelled = cancel(family, booking, 200);
		assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
		assertThat(cancelled.path("late").asBoolean()).isFalse();
		assertThat(cancelled.path("cancelledByVenue").asBoolean()).isFalse();
		assertThat(stage.left(slot)).isEqualTo(10);
	}

	@Test
	void afterTheWindowItIsLateAndARepeatChangesNothing() {
		String family = stage.family();
		String slot = slot(24, 600);
		String booking = stage.booking(family, slot, 2);
		JsonNode first = cancel(family, booking, 200);
		assertThat(first.path("late").asBoolean()).isTrue();
		assertThat(cancel(family, booking, 200)).isEqualTo(first);
		assertThat(stage.left(slot)).isEqualTo(10);
		stage.booking(family, slot, 5);
		assertThat(stage.left(slot)).isEqualTo(5);
	}

	@Test
	void onceTheSlotHasBegunItIsTooLate() {
		String family = stage.family();
		String slot = slot(24, 600);
		String booking = stage.booking(family, slot, 2);
		String given = stage.booking(family, slot, 1);
		cancel(family, given, 200);
		hub.execute("update slot set starts_at = now() - interval '1 minute' where id = '" + slot + "'");
		assertThat(cancel(family, booking, 409).path("code").asString()).isEqualTo("TOO_LATE_TO_CANCEL");
		cancel(family, given, 200);
	}

	@Test
	void whoIsInStaysIn() {
		String family = stage.family();
		String slot = slot(24, 30);
		String booking = stage.booking(family, slot, 2);
		String code = hub.bean(Tickets.class).code(java.util.UUID.fromString(booking));
		stage.client.post(stage.venue, "/check-ins", Map.of("code", code)).expect(200);
		assertThat(cancel(family, booking, 409).path("code").asString()).isEqualTo("TOO_LATE_TO_CANCEL");
	}

	private static JsonNode cancel(String family, String booking, int status) {
		return stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(status);
	}

	private static String slot(int cancelHours, int minutes) {
		Map<String, Object> activity = new HashMap<>(stage.activity());
		activity.put("cancelHours", cancelHours);
		return stage.slot(activity, minutes, Map.of("pool", "PUBLIC", "capacity", 10));
	}

}
