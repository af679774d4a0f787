package org.gongyu.booking;

import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A manager changes how many seats a published slot has, never below what is promised.
 */
class CapacityWebTests {

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

	private static HubClient.Answer resize(String manager, String slot, String pool, int capacity) {
		return stage.client.put(manager, "/desk/slots/" + slot + "/pools/" + pool, Map.of("capacity", capacity));
	}

	private static int remaining(String slot) {
		return stage.client.get(null, "/slots/" + slot + "/availability")
			.expect(200)
			.path("pools")
			.path(0)
			.path("remaining")
			.asInt();
	}

	@Test
	void moreSeatsCanBeHeldAtOnce() {
		String slot = stage.slot(600, 2);
		stage.booking(stage.family(), slot, 2);
		stage.hold(stage.family(), slot, 1).expect(409);
		resize(stage.venue, slot, "PUBLIC", 5).expect(204);
		assertThat(remaining(slot)).isEqualTo(3);
		stage.hold(stage.family(), slot, 3).expect(201);
	}

	@Test
	void fewerSeatsThanArePromisedAreRefused() {
		String slot = stage.slot(600, 10);
		stage.booking(stage.family(), slot, 4);
		assertThat(resize(stage.venue, slot, "PUBLIC", 3).expect(409).path("code").asString())
			.isEqualTo("SEATS_PROMISED");
		assertThat(remaining(slot)).isEqualTo(6);
		resize(stage.venue, slot, "PUBLIC", 4).expect(204);
		assertThat(remaining(slot)).isZero();
	}

	@Test
	void aHeldSeatThatIsNoMoreIsRefusedWhenItIsConfirmed() {
		String slot = stage.slot(600, 2);
		String family = stage.family();
		String hold = Stage.id(stage.hold(family, slot, 2));
		resize(stage.venue, slot, "PUBLIC", 1).expect(204);
		assertThat(stage.client.post(family, "/bookings", Map.of("holdId", hold)).expect(409).path("code").asString())
			.isEqualTo("SOLD_OUT");
	}

	@Test
	void onlyTheVenuesManagersAndOnlyPoolsThatAreThere() {
		String slot = stage.slot(600, 10);
		resize(stage.otherVenue, slot, "PUBLIC", 20).expect(404);
		resize(stage.family(), slot, "PUBLIC", 20).expect(403);
		resize(stage.venue, slot, "SCHOOL", 20).expect(404);
		resize(stage.venue, slot, "NONSENSE", 20).expect(400);
		resize(stage.venue, slot, "PUBLIC", 0).expect(400);
		assertThat(remaining(slot)).isEqualTo(10);
	}

}
