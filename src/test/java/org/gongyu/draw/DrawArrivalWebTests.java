package org.gongyu.draw;

import java.time.Instant;
import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * When an entry counts as in time.
 */
class DrawArrivalWebTests {

	@Test
	void whoCameInTimeIsInTimeAlsoWhereTheDatabaseHadMuchToDo() {
		try (Hub slow = Hub.start("gongyu.draw.grace=1h")) {
			Stage there = new Stage(slow);
			Instant now = Instant.now();
			String slot = there.slot(there.activity(), 6000, Map.of("pool", "PUBLIC", "capacity", 5, "draw",
					Map.of("opensAt", now.minusSeconds(5).toString(), "closesAt", now.plusSeconds(2).toString())));
			String family = there.family();
			await().until(() -> there.client.put(family, "/slots/" + slot + "/draw/entry", Map.of("adults", 1))
				.body()
				.path("code")
				.asString()
				.equals("DRAW_LATE"));
			assertThat(arrived(slow, slot, now.plusSeconds(1))).isEqualTo("OK");
			assertThat(arrived(slow, slot, now.plusSeconds(3))).isEqualTo("LATE");
			assertThat(arrived(slow, slot, now.minusSeconds(9))).isEqualTo("EARLY");
			assertThat(there.client.get(null, "/slots/" + slot + "/draw").expect(200).path("state").asString())
				.isEqualTo("CLOSED");
		}
	}

	private static String arrived(Hub at, String slot, Instant when) {
		return String.valueOf(at.query("select enter_draw(gen_random_uuid(), '" + slot + "', array[md5('" + when
				+ "')], gen_random_uuid(), gen_random_uuid(), 1, 1, '{}', '" + when + "')"));
	}

}
