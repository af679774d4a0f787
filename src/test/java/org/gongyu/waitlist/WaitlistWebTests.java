package org.gongyu.waitlist;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Waiting for seats over the API: joining, being offered, taking, passing, letting lapse,
 * leaving.
 */
class WaitlistWebTests {

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

	private static HubClient.Answer join(String family, int seats, String... slots) {
		return stage.client.post(family, "/waitlist",
				Map.of("slots", List.of(slots), "adults", 1, "guests", seats - 1));
	}

	private static JsonNode entry(String family) {
		return stage.client.get(family, "/waitlist").expect(200).path("items").path(0);
	}

	/** The API path of the family's offer, once it has one. */
	private static String offer(String family) {
		await().atMost(Duration.ofSeconds(10)).until(() -> entry(family).has("offer"));
		return entry(family).path("offer").path("link").asString();
	}

	private static void hasNoOffer(String family) {
		await().pollDelay(Duration.ofSeconds(2))
			.atMost(Duration.ofSeconds(10))
			.until(() -> !entry(family).has("offer"));
	}

	private static void cancel(String family, String booking) {
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
	}

	@Test
	void freedSeatsAreOfferedToWhoWaitsAndToNobodyElse() {
		String first = stage.family();
		String slot = stage.slot(6000, 3);
		String booking = stage.booking(first, slot, 3);
		String waiter = stage.family();
		JsonNode joined = join(waiter, 3, slot).expect(201);
		assertThat(joined.path("places").path(0).path("to").asInt()).isZero();
		cancel(first, booking);
		String link = offer(waiter);
		assertThat(stage.left(slot)).isZero();
		stage.hold(stage.family(), slot, 1).expect(409);
		String booked = stage.client.post(null, link + "/accept", Map.of()).expect(200).path("booking").asString();
		assertThat(stage.client.post(null, link + "/accept", Map.of()).expect(200).path("booking").asString())
			.isEqualTo(booked);
		JsonNode seen = stage.client.get(waiter, "/bookings/" + booked).expect(200);
		assertThat(seen.path("state").asString()).isEqualTo("CONFIRMED");
		assertThat(seen.path("seats").asInt()).isEqualTo(3);
		assertThat(stage.client.get(waiter, "/waitlist").expect(200).path("items")).isEmpty();
		stage.client.get(stage.family(), "/bookings/" + booked).expect(404);
	}

	@Test
	void whoPassesMakesRoomForTheNext() {
		String first = stage.family();
		String slot = stage.slot(6000, 2);
		String booking = stage.booking(first, slot, 2);
		String one = stage.family();
		String two = stage.family();
		join(one, 2, slot).expect(201);
		assertThat(join(two, 2, slot).expect(201).path("places").path(0).path("to").asInt()).isEqualTo(1);
		cancel(first, booking);
		String link = offer(one);
		hasNoOffer(two);
		stage.client.post(null, link + "/pass", Map.of()).expect(204);
		stage.client.post(null, offer(two) + "/accept", Map.of()).expect(200);
		stage.client.post(null, link + "/accept", Map.of()).expect(410);
		assertThat(stage.client.get(one, "/waitlist").expect(200).path("items")).isEmpty();
	}

	@Test
	void anOfferThatNobodyAnswersGoesOn() {
		String first = stage.family();
		String slot = stage.slot(6000, 2);
		String booking = stage.booking(first, slot, 2);
		String one = stage.family();
		String two = stage.family();
		join(one, 2, slot).expect(201);
		join(two, 2, slot).expect(201);
		cancel(first, booking);
		String link = offer(one);
		hub.execute("update seat_offer set until = now() where slot_id = '" + slot
				+ "'; update seat_claim set kept_until = now() where slot_id = '" + slot + "' and state = 'KEPT'");
		stage.client.post(null, offer(two) + "/accept", Map.of()).expect(200);
		stage.client.post(null, link + "/accept", Map.of()).expect(410);
	}

	@Test
	void whoLeftIsNeverOffered() {
		String first = stage.family();
		String slot = stage.slot(6000, 2);
		String booking = stage.booking(first, slot, 2);
		String one = stage.family();
		String id = join(one, 2, slot).expect(201).path("id").asString();
		stage.client.delete(stage.family(), "/waitlist/" + id).expect(404);
		stage.client.delete(one, "/waitlist/" + id).expect(204);
		stage.client.delete(one, "/waitlist/" + id).expect(204);
		cancel(first, booking);
		await().atMost(Duration.ofSeconds(10)).until(() -> stage.left(slot) == 2);
		stage.booking(stage.family(), slot, 2);
		assertThat(hub.dump().split("-- seat_offer\n", -1)[1]).doesNotContain(id);
		assertThat(stage.client.get(one, "/waitlist").expect(200).path("items")).isEmpty();
	}

	@Test
	void whoLeavesWithAnOfferGivesItToTheNext() {
		String first = stage.family();
		String slot = stage.slot(6000, 2);
		String booking = stage.booking(first, slot, 2);
		String one = stage.family();
		String two = stage.family();
		String id = join(one, 2, slot).expect(201).path("id").asString();
		join(two, 2, slot).expect(201);
		cancel(first, booking);
		offer(one);
		stage.client.delete(one, "/waitlist/" + id).expect(204);
		offer(two);
	}

	@Test
	void aSmallerPartyIsServedWhileALargerOneDoesNotFit() {
		String first = stage.family();
		String other = stage.family();
		String slot = stage.slot(6000, 4);
		String booking = stage.booking(first, slot, 2);
		stage.booking(other, slot, 2);
		String large = stage.family();
		String small = stage.family();
		join(large, 4, slot).expect(201);
		join(small, 2, slot).expect(201);
		cancel(first, booking);
		offer(small);
		hasNoOffer(large);
	}

	@Test
	void seatsThatFitNobodyWhoWaitsAreForEverybody() {
		String first = stage.family();
		String slot = stage.slot(6000, 4);
		String booking = stage.booking(first, slot, 1);
		stage.booking(stage.family(), slot, 3);
		String large = stage.family();
		join(large, 4, slot).expect(201);
		cancel(first, booking);
		await().atMost(Duration.ofSeconds(10)).until(() -> stage.left(slot) == 1);
		String stranger = stage.family();
		await().atMost(Duration.ofSeconds(10)).until(() -> stage.hold(stranger, slot, 1).status() == 201);
	}

	@Test
	void aHoldThatExpiresIsOfferedToo() {
		String holder = stage.family();
		String slot = stage.slot(6000, 2);
		String hold = Stage.id(stage.hold(holder, slot, 2));
		String waiter = stage.family();
		join(waiter, 2, slot).expect(201);
		hasNoOffer(waiter);
		stage.client.delete(holder, "/holds/" + hold).expect(204);
		offer(waiter);
	}

	@Test
	void anyOfSeveralSlotsWillDo() {
		String first = stage.family();
		String slot = stage.slot(6000, 2);
		stage.booking(first, slot, 2);
		String activity = stage.client.get(null, "/slots/" + slot).expect(200).path("activity").path("id").asString();
		assertThat(activity).isNotEmpty();
		String waiter = stage.family();
		join(waiter, 2, slot, slot).expect(201);
		assertThat(join(waiter, 2, slot).expect(409).path("code").asString()).isEqualTo("WAITING_TWICE");
		join(waiter, 2, slot, stage.slot(6000, 2)).expect(422);
	}

	@Test
	void aSlotIsNotKeptForWhoGotSeatsOfAnother() {
		String first = stage.family();
		String second = stage.family();
		String slot = stage.slot(6000, 5);
		String other = stage.another(slot, 7000);
		String booking = stage.booking(first, slot, 5);
		String elsewhere = stage.booking(second, other, 5);
		String waiter = stage.family();
		join(waiter, 2, slot, other).expect(201);
		cancel(first, booking);
		stage.client.post(null, offer(waiter) + "/accept", Map.of()).expect(200);
		cancel(second, elsewhere);
		String stranger = stage.family();
		await().atMost(Duration.ofSeconds(10)).until(() -> stage.hold(stranger, other, 1).status() == 201);
	}

	@Test
	void nobodyWaitsForWhatTheyCannotBook() {
		String slot = stage.slot(6000, 3);
		stage.booking(stage.family(), slot, 3);
		String family = stage.family();
		assertThat(join(family, 4, slot).expect(422).path("code").asString()).isEqualTo("WAITING_LARGE");
		stage.client.post(family, "/waitlist", Map.of("slots", List.of(slot), "adults", 0)).expect(422);
		stage.client.post(family, "/waitlist", Map.of("slots", List.of(), "adults", 1)).expect(400);
		stage.client.post(null, "/offers/none/accept", Map.of()).expect(404);
	}

	@Test
	void aWithdrawnSlotIsWaitedForNoLonger() {
		String slot = stage.slot(6000, 2);
		stage.booking(stage.family(), slot, 2);
		String waiter = stage.family();
		join(waiter, 2, slot).expect(201);
		stage.client.post(stage.venue, "/slots/" + slot + "/withdraw", Map.of("reason", "停电")).expect(200);
		await().atMost(Duration.ofSeconds(10))
			.until(() -> stage.client.get(waiter, "/waitlist").expect(200).path("items").isEmpty());
	}

}
