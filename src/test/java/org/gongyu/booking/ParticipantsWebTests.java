package org.gongyu.booking;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.gongyu.Hub;
import org.gongyu.HubClient.Answer;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who comes may be named when a hold is confirmed, under the rules that a hold keeps; a
 * repeat answers what stands.
 */
class ParticipantsWebTests {

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
	void whoIsNamedAtTheConfirmComes() {
		String family = stage.family();
		String child = child(family, 8);
		String hold = Stage.id(stage.hold(family, stage.slot(600, 10), 3));
		JsonNode booking = confirm(family, hold, List.of(child)).expect(201);
		assertThat(booking.path("children").get(0).asString()).isEqualTo(child);
		assertThat(booking.path("adults").asInt()).isEqualTo(2);
		JsonNode shown = stage.client.get(family, "/bookings/" + booking.path("id").asString()).expect(200);
		assertThat(shown).isEqualTo(booking);
		assertThat(confirm(family, hold, List.of(child)).expect(201)).isEqualTo(booking);
		assertThat(confirm(family, hold, List.of()).expect(201)).isEqualTo(booking);
		assertThat(stage.client.post(family, "/bookings", Map.of("holdId", hold)).expect(201)).isEqualTo(booking);
	}

	@Test
	void whoIsNamedReplacesWhomTheHoldNames() {
		String family = stage.family();
		String elder = child(family, 9);
		String younger = child(family, 7);
		Map<String, Object> wish = Stage.wish(stage.slot(600, 10), 2);
		wish.put("party", Map.of("adults", 1, "children", List.of(elder)));
		String hold = Stage.id(stage.client.hold(family, "k", wish));
		JsonNode booking = confirm(family, hold, List.of(younger)).expect(201);
		assertThat(booking.path("children").valueStream().map(JsonNode::asString)).containsExactly(younger);
	}

	@Test
	void whoMayNotComeIsRefusedAtItsField() {
		String family = stage.family();
		String slot = stage.slot(600, 10);
		String hold = Stage.id(stage.hold(family, slot, 2));
		String child = child(family, 8);
		refused(confirm(family, hold, List.of(child(stage.family(), 8))), 422, "NOT_YOUR_CHILD");
		refused(confirm(family, hold, List.of(UUID.randomUUID().toString())), 422, "NOT_YOUR_CHILD");
		refused(confirm(family, hold, List.of(child(family, 2))), 422, "AGE");
		refused(confirm(family, hold, List.of(child, child)), 422, "NOT_YOUR_CHILD");
		refused(confirm(family, hold, List.of(child, child(family, 9))), 422, "ADULT_REQUIRED");
		refused(confirm(family, hold, List.of(child, child(family, 9), child(family, 10))), 422, "PARTY_SIZE");
		assertThat(stage.left(slot)).isEqualTo(8);
		confirm(family, hold, List.of(child)).expect(201);
	}

	@Test
	void aChildThatIsElsewhereIsRefusedAtItsField() {
		String family = stage.family();
		String child = child(family, 8);
		Map<String, Object> elsewhere = stage.activity();
		elsewhere.put("venueId", stage.museum("馆" + UUID.randomUUID(), "MUSEUM"));
		String there = stage.slot(elsewhere, 610, Map.of("pool", "PUBLIC", "capacity", 5));
		confirm(family, Stage.id(stage.hold(family, stage.slot(600, 10), 2)), List.of(child)).expect(201);
		String hold = Stage.id(stage.hold(family, there, 2));
		refused(confirm(family, hold, List.of(child)), 409, "CHILD_ELSEWHERE");
	}

	@Test
	void oneConfirmSentManyTimesAtOnceIsOneBooking() {
		for (int round = 0; round < 5; round++) {
			String family = stage.family();
			String child = child(family, 8);
			String slot = stage.slot(600, 10);
			String hold = Stage.id(stage.hold(family, slot, 2));
			List<Answer> answers = Objects.requireNonNull(Flux.range(0, 8)
				.flatMap(i -> Mono.fromCallable(() -> confirm(family, hold, List.of(child)))
					.subscribeOn(Schedulers.boundedElastic()))
				.collectList()
				.block());
			assertThat(answers.stream().map(answer -> answer.expect(201).path("id").asString()).distinct()).hasSize(1);
			assertThat(stage.left(slot)).isEqualTo(8);
		}
	}

	@Test
	void whatIsTooMuchIsRefusedAndTheHoldStands() {
		String family = stage.family();
		String slot = stage.slot(600, 10);
		String hold = Stage.id(stage.hold(family, slot, 1));
		Map<String, String> many = new HashMap<>();
		IntStream.range(0, 11).forEach(i -> many.put("问" + i, "答"));
		Map<String, String> nothing = new HashMap<>();
		nothing.put("问", null);
		invalid(family, hold, "answers", many);
		invalid(family, hold, "answers", Map.of("问", "答".repeat(201)));
		invalid(family, hold, "answers", Map.of("问".repeat(41), "答"));
		invalid(family, hold, "answers", nothing);
		invalid(family, hold, "answers", Map.of("问", "\0"));
		invalid(family, hold, "answers", Map.of("\0", "答"));
		invalid(family, hold, "participants", java.util.Collections.nCopies(31, UUID.randomUUID()));
		invalid(family, hold, "participants", java.util.Collections.singletonList(null));
		stage.client.post(family, "/bookings", Map.of("holdId", hold)).expect(201);
	}

	private static void invalid(String family, String hold, String field, Object value) {
		JsonNode body = stage.client.post(family, "/bookings", Map.of("holdId", hold, field, value)).expect(400);
		assertThat(body.path("code").asString()).isEqualTo("INVALID");
		assertThat(body.path("violations").get(0).path("field").asString()).startsWith(field);
	}

	private static Answer confirm(String family, String hold, List<String> participants) {
		return stage.client.post(family, "/bookings", Map.of("holdId", hold, "participants", participants));
	}

	private static void refused(Answer answer, int status, String code) {
		assertThat(answer.expect(status).path("code").asString()).isEqualTo(code);
		assertThat(answer.body().path("violations").get(0).path("field").asString()).isEqualTo("participants");
	}

	private static String child(String family, int age) {
		return stage.child(family, YearMonth.now().minusYears(age).toString());
	}

}
