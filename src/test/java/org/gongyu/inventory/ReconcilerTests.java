package org.gongyu.inventory;

import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An image that differs from the ledger is written anew, and somebody hears of it.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReconcilerTests {

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.inventory.reconcile=1h");
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void whatAgreesIsLeftAlone() {
		String slot = stage.slot(600, 10);
		stage.booking(stage.family(), slot, 2);
		stage.hold(stage.family(), slot, 1).expect(201);
		double before = drift();
		reconcile();
		assertThat(stage.left(slot)).isEqualTo(7);
		assertThat(drift()).isEqualTo(before);
	}

	@Test
	void aWrongCounterOfTheImageIsMended(CapturedOutput log) {
		String slot = stage.slot(600, 10);
		stage.booking(stage.family(), slot, 2);
		image(slot, "booked:PUBLIC", "9");
		assertThat(stage.left(slot)).isEqualTo(1);
		double before = drift();
		reconcile();
		assertThat(stage.left(slot)).isEqualTo(8);
		assertThat(drift()).isEqualTo(before + 1);
		assertThat(log).contains("The image of slot " + slot + " had drifted");
	}

	@Test
	void aWrongCountOfLiveHoldsIsMended(CapturedOutput log) {
		String slot = stage.slot(600, 10);
		String family = stage.family();
		stage.hold(family, slot, 2).expect(201);
		image(slot, "held:PUBLIC", "10");
		stage.hold(family, slot, 1).expect(409);
		double before = drift();
		reconcile();
		assertThat(stage.left(slot)).isEqualTo(8);
		assertThat(drift()).isEqualTo(before + 1);
		assertThat(log).contains("counters of slot " + slot);
	}

	@Test
	void seatsThatTheImageNeverHeardOfAreCounted() {
		String slot = stage.slot(600, 10);
		assertThat(stage.left(slot)).isEqualTo(10);
		double before = drift();
		hub.execute("update pool_seats set booked = 4 where slot_id = '" + slot + "'");
		reconcile();
		assertThat(stage.left(slot)).isEqualTo(6);
		assertThat(drift()).isEqualTo(before + 1);
	}

	@Test
	void aChangeWhoseSettleWasLostIsNoDrift() {
		String slot = stage.slot(600, 10);
		assertThat(stage.left(slot)).isEqualTo(10);
		double before = drift();
		hub.execute("begin; update slot_seats set version = version + 1 where slot_id = '" + slot
				+ "'; update pool_seats set booked = 4 where slot_id = '" + slot + "'; commit");
		reconcile();
		assertThat(stage.left(slot)).isEqualTo(6);
		assertThat(drift()).isEqualTo(before);
	}

	@Test
	void aFamilysWrongCountIsMended() {
		String slot = stage.slot(600, 10);
		String family = stage.family();
		String booking = stage.booking(family, slot, 1);
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
		String household = sql("select party::text as v from booking where id = '" + booking + "'");
		redis().opsForHash().put("{" + slot + "}:parties", "d:" + household, "5").block();
		stage.hold(family, slot, 1).expect(409);
		double before = drift();
		reconcile();
		stage.hold(family, slot, 1).expect(201);
		assertThat(drift()).isEqualTo(before + 1);
	}

	@Test
	void anImageThatCannotBeReadKeepsNoOtherFromBeingCompared() {
		String broken = stage.slot(300, 10);
		String drifted = stage.slot(600, 10);
		assertThat(stage.left(broken) + stage.left(drifted)).isEqualTo(20);
		redis().opsForHash().remove("{" + broken + "}:image", "pools").block();
		image(drifted, "booked:PUBLIC", "9");
		reconcile();
		assertThat(stage.left(drifted)).isEqualTo(10);
		redis().delete("{" + broken + "}:image").block();
	}

	private static void reconcile() {
		hub.bean(Reconciler.class).reconcileAll().block();
	}

	private static double drift() {
		return hub.bean(MeterRegistry.class).get("gongyu.seats.drift").counter().count();
	}

	private static void image(String slot, String field, String value) {
		redis().opsForHash().put(SeatImage.channel(UUID.fromString(slot)), field, value).block();
	}

	private static String sql(String query) {
		return hub.bean(org.springframework.r2dbc.core.DatabaseClient.class)
			.sql(query)
			.map(row -> String.valueOf(row.get("v")))
			.one()
			.block();
	}

	private static ReactiveStringRedisTemplate redis() {
		return hub.bean(ReactiveStringRedisTemplate.class);
	}

}
