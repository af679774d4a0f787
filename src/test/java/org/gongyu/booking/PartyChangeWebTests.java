package org.gongyu.booking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * More come, or fewer, or others.
 */
class PartyChangeWebTests {

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

	@Test
	void moreTakeOnlyWhatIsAddedAndFewerGiveBack() {
		String family = stage.family();
		String slot = stage.slot(6000, 5);
		String booking = stage.booking(family, slot, 2);
		JsonNode grown = adults(family, booking, 5).expect(200);
		assertThat(grown.path("seats").asInt()).isEqualTo(5);
		assertThat(stage.left(slot)).isZero();
		assertThat(adults(family, booking, 5).expect(200)).isEqualTo(grown);
		assertThat(adults(family, booking, 1).expect(200).path("seats").asInt()).isOne();
		assertThat(stage.left(slot)).isEqualTo(4);
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
		assertThat(stage.left(slot)).isEqualTo(5);
		assertThat(adults(family, booking, 2).status()).isEqualTo(404);
	}

	@Test
	void whatCannotBeIsRefusedAndTheBookingStands() {
		String family = stage.family();
		String slot = stage.slot(6000, 4);
		String booking = stage.booking(family, slot, 2);
		stage.booking(stage.family(), slot, 1);
		assertThat(adults(family, booking, 4).expect(409).path("code").asString()).isEqualTo("SOLD_OUT");
		assertThat(adults(family, booking, 0).expect(422).path("code").asString()).isEqualTo("CHOOSE_PARTY");
		assertThat(adults(family, booking, 6).expect(409).path("code").asString()).isIn("PARTY_LIMIT", "SOLD_OUT");
		assertThat(adults(stage.family(), booking, 1).status()).isEqualTo(404);
		assertThat(stage.client.get(family, "/bookings/" + booking).expect(200).path("seats").asInt()).isEqualTo(2);
		assertThat(stage.left(slot)).isOne();
	}

	@Test
	void aChildIsInOnePlaceAlsoAfterAChange() {
		String family = stage.family();
		String elder = stage.child(family, "2018-05");
		String younger = stage.child(family, "2019-05");
		String slot = stage.slot(6000, 5);
		String booking = stage.booking(family, slot, 1);
		JsonNode both = party(family, booking, 1, List.of(elder, younger)).expect(200);
		assertThat(both.path("children").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder(elder,
				younger);
		party(family, booking, 1, List.of(elder)).expect(200);
		String other = stage.booking(family, stage.another(slot, 6030), 1);
		party(family, other, 1, List.of(younger)).expect(200);
		Map<String, Object> elsewhere = stage.activity();
		elsewhere.put("venueId", stage.museum("云岭馆" + UUID.randomUUID(), "MUSEUM"));
		String far = stage.booking(family, stage.slot(elsewhere, 6010, Map.of("pool", "PUBLIC", "capacity", 5)), 1);
		assertThat(party(family, far, 1, List.of(elder)).expect(409).path("code").asString())
			.isEqualTo("CHILD_ELSEWHERE");
		assertThat(party(family, booking, 0, List.of(elder)).expect(422).path("code").asString())
			.isEqualTo("ADULT_REQUIRED");
	}

	@Test
	void whoWaitsGetsWhatFewerGiveBack() {
		String family = stage.family();
		String slot = stage.slot(6000, 3);
		String booking = stage.booking(family, slot, 3);
		String waiting = stage.family();
		stage.client.post(waiting, "/waitlist", Map.of("slots", List.of(slot), "adults", 2)).expect(201);
		adults(family, booking, 1).expect(200);
		assertThat(adults(family, booking, 2).expect(409).path("code").asString()).isIn("OTHERS_WAIT", "SOLD_OUT");
		await().until(() -> stage.client.get(waiting, "/waitlist").expect(200).at("/items/0/offer").isObject());
	}

	@Test
	void manyChangesAtOnceNeverOversell() {
		String slot = stage.slot(6000, 12);
		List<String> families = Flux.range(0, 4).map(i -> stage.family()).collectList().block();
		List<String> bookings = Flux.fromIterable(Objects.requireNonNull(families))
			.map(family -> stage.booking(family, slot, 2))
			.collectList()
			.block();
		Flux.range(0, 60)
			.flatMap(i -> Mono
				.fromCallable(() -> adults(families.get(i % 4), Objects.requireNonNull(bookings).get(i % 4), 1 + i % 5))
				.subscribeOn(Schedulers.boundedElastic()), 12)
			.doOnNext(answer -> assertThat(answer.status()).isIn(200, 409))
			.blockLast();
		int booked = Flux.range(0, 4)
			.map(i -> stage.client.get(families.get(i), "/bookings/" + Objects.requireNonNull(bookings).get(i))
				.expect(200)
				.path("seats")
				.asInt())
			.reduce(0, Integer::sum)
			.blockOptional()
			.orElseThrow();
		assertThat(stage.left(slot)).isEqualTo(12 - booked);
		assertThat(hub.query("select booked from pool_seats where slot_id = '" + slot + "'"))
			.isEqualTo(String.valueOf(booked));
	}

	@Test
	void oneChangeSentManyTimesAtOnceIsOneChange() {
		for (int round = 0; round < 5; round++) {
			String family = stage.family();
			String slot = stage.slot(6000, 4);
			String booking = stage.booking(family, slot, 1);
			List<Integer> statuses = Flux.range(0, 8)
				.flatMap(i -> Mono.fromCallable(() -> adults(family, booking, 4).status())
					.subscribeOn(Schedulers.boundedElastic()))
				.collectList()
				.block();
			assertThat(statuses).containsOnly(200);
			assertThat(stage.client.get(family, "/bookings/" + booking).expect(200).path("seats").asInt()).isEqualTo(4);
			assertThat(stage.left(slot)).isZero();
		}
	}

	/** It would take seats that the image may hold for somebody else. */
	@Test
	void whatWasDecidedOnAnOlderPartyIsNotWritten() {
		String family = stage.family();
		String slot = stage.slot(6000, 5);
		String booking = stage.booking(family, slot, 3);
		adults(family, booking, 1).expect(200);
		assertThat(hub.query("select verdict from change_party('" + booking
				+ "', gen_random_uuid(), gen_random_uuid(), 0, 2, 2, '{}')"))
			.isEqualTo("CHANGED");
		assertThat(stage.left(slot)).isEqualTo(4);
	}

	@Test
	void thePageChangesAndTheInboxTells() {
		PageClient page = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		String family = String.valueOf(page.cookie("gongyu_access"));
		String booking = stage.booking(family, stage.slot(6000, 5), 2);
		assertThat(page.get("/bookings/" + booking + "/party").expect(200)).contains("就这样改");
		assertThat(page.post("/bookings/" + booking + "/party", Map.of("adults", "0")).expect(422)).contains("请选择谁来");
		page.post("/bookings/" + booking + "/party", Map.of("adults", "3")).next();
		assertThat(page.get("/bookings/" + booking).expect(200)).contains("3 人");
		await().untilAsserted(() -> assertThat(page.get("/notices").expect(200)).contains("人数改好了"));
	}

	private static HubClient.Answer adults(String family, String booking, int adults) {
		return party(family, booking, adults, List.of());
	}

	private static HubClient.Answer party(String family, String booking, int adults, List<String> children) {
		return stage.client.put(family, "/bookings/" + booking + "/party",
				Map.of("adults", adults, "children", children));
	}

}
