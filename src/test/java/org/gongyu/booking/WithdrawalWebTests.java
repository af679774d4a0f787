package org.gongyu.booking;

import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * When a venue withdraws a slot, everybody concerned sees it at once and every booking
 * ends.
 */
class WithdrawalWebTests {

	static Hub hub;

	static Stage stage;

	static PageClient desk;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.booking.listed=3");
		stage = new Stage(hub);
		desk = new PageClient(hub.address()).signIn("venue@example.org", Stage.PASSWORD);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void familiesSeeItAtOnceAndStaffWhomToPhone() {
		String slot = stage.slot(600, 10);
		String login = UUID.randomUUID() + "@example.org";
		PageClient home = new PageClient(hub.address()).signUp(login, Stage.PASSWORD);
		String family = String.valueOf(home.cookie("gongyu_access"));
		String booking = stage.booking(family, slot, 2);
		String activity = stage.client.get(null, "/slots/" + slot).expect(200).path("activity").path("id").asString();
		assertThat(desk.get("/desk/slots/" + slot).expect(200)).doesNotContain(login);
		withdraw(slot, "展厅检修");
		assertThat(home.get("/bookings").expect(200)).contains("场馆取消了这一场");
		assertThat(home.get("/bookings/" + booking).expect(200)).contains("场馆取消了这一场", "展厅检修");
		assertThat(new PageClient(hub.address()).get("/activities/" + activity).expect(200)).contains("已取消：展厅检修")
			.doesNotContain("data-slot=\"" + slot);
		assertThat(desk.get("/desk/slots/" + slot).expect(200)).contains("mailto:" + login, "展厅检修")
			.doesNotContain("/desk/slots/" + slot + "/bookings");
	}

	@Test
	void everyBookingEndsHoweverManyThereAre() {
		String slot = stage.slot(600, 20);
		String family = stage.family();
		for (int i = 0; i < 7; i++) {
			stage.booking(stage.family(), slot, 1);
		}
		String last = stage.booking(family, slot, 1);
		withdraw(slot, "停电");
		await().until(() -> stage.client.get(family, "/bookings/" + last).body().path("state").asString(),
				"CANCELLED"::equals);
	}

	@Test
	void whoHadCancelledIsNotToBePhoned() {
		String slot = stage.slot(600, 10);
		String login = UUID.randomUUID() + "@example.org";
		String family = stage.client.signUp(login, Stage.PASSWORD, "林");
		String booking = stage.booking(family, slot, 2);
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
		withdraw(slot, "停电");
		assertThat(desk.get("/desk/slots/" + slot).expect(200)).doesNotContain(login);
	}

	private static void withdraw(String slot, String reason) {
		stage.client.post(stage.venue, "/slots/" + slot + "/withdraw", Map.of("reason", reason)).expect(200);
	}

}
