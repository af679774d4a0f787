package org.gongyu;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever walks a list page by page meets everything exactly once, whatever is added
 * meanwhile.
 */
class PagingWebTests {

	private static final Instant START = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

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
	void slotsThatBeginTogetherAreWalkedOnce() {
		List<String> all = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			all.addAll(slots(START, START.plusSeconds(3600)));
		}
		List<String> walked = walk(null, "/slots?kind=MUSEUM&size=3", "slot",
				page -> slots(START, START.plusSeconds(3600L * page)));
		assertThat(walked).doesNotHaveDuplicates().containsAll(all);
		assertThat(walk(null, "/slots?kind=MUSEUM&size=100", "slot", page -> {
		})).startsWith(walked.get(0)).containsAll(walked);
	}

	@Test
	void venuesAreWalkedOnce() {
		List<String> all = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			all.add(stage.museum("馆" + UUID.randomUUID(), "STADIUM"));
		}
		List<String> walked = walk(null, "/venues?kind=STADIUM&size=2", "id",
				page -> stage.museum("新馆" + UUID.randomUUID(), "STADIUM"), 4);
		assertThat(walked).doesNotHaveDuplicates().startsWith(all.toArray(String[]::new));
	}

	@Test
	void bookingsAreWalkedOnce() {
		String family = stage.family();
		List<String> all = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			all.add(stage.booking(family, stage.slot(600 + i, 5), 1));
		}
		List<String> walked = walk(family, "/bookings?size=2", "id",
				page -> all.add(stage.booking(family, stage.slot(1000 + page, 5), 1)), 3);
		assertThat(walked).isEqualTo(all);
		assertThat(walk(stage.family(), "/bookings", "id", page -> {
		})).isEmpty();
	}

	@Test
	void theLastPageIsTheLast() {
		String family = stage.family();
		for (int i = 0; i < 4; i++) {
			stage.booking(family, stage.slot(700 + i, 5), 1);
		}
		JsonNode first = stage.client.get(family, "/bookings?size=2").expect(200);
		JsonNode second = stage.client.get(family, "/bookings?size=2&cursor=" + first.path("next").asString())
			.expect(200);
		assertThat(second.path("items")).hasSize(2);
		assertThat(second.has("next")).isFalse();
		assertThat(stage.client.get(family, "/bookings?size=0").expect(200).path("items")).hasSize(1);
		assertThat(stage.client.get(family, "/bookings?size=999999").expect(200).path("items")).hasSize(4);
	}

	@ParameterizedTest
	@CsvSource({ "nonsense", "MS4yLjM", "%20", "..", "'1.2.00000000-0000-0000-0000-000000000000'",
			"'x.0.00000000-0000-0000-0000-000000000000'", "'0.-1.nobody'",
			"'99999999999999.0.00000000-0000-0000-0000-000000000000'",
			"'-99999999999999.0.00000000-0000-0000-0000-000000000000'" })
	void aBrokenCursorIsSaidSo(String cursor) {
		String family = stage.family();
		String packed = Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes());
		boolean whole = cursor.startsWith("1.2.0");
		for (String list : List.of("/slots", "/venues", "/bookings")) {
			broken(stage.client.get(family, list + "?cursor=" + (whole ? cursor : packed)));
		}
	}

	@Test
	void aPageSizeThatIsNoNumberIsSaidSo() {
		HubClient.Answer answer = stage.client.get(null, "/slots?size=many");
		assertThat(answer.expect(400).path("violations").get(0).path("field").asString()).isEqualTo("size");
	}

	private static void broken(HubClient.Answer answer) {
		JsonNode body = answer.expect(400);
		assertThat(body.path("code").asString()).isEqualTo("INVALID");
		assertThat(body.path("violations").get(0).path("field").asString()).isEqualTo("cursor");
	}

	private static List<String> walk(@Nullable String token, String list, String id, Consumer<Integer> meanwhile) {
		return walk(token, list, id, meanwhile, 2);
	}

	/** Walks to the end; something else happens after each of the first pages. */
	private static List<String> walk(@Nullable String token, String list, String id, Consumer<Integer> meanwhile,
			int disturbed) {
		List<String> seen = new ArrayList<>();
		String next = list;
		for (int page = 1; next != null && page < 60; page++) {
			JsonNode answer = stage.client.get(token, next).expect(200);
			answer.path("items").forEach(item -> seen.add(item.path(id).asString()));
			if (page <= disturbed) {
				meanwhile.accept(page);
			}
			String cursor = answer.path("next").asString(null);
			next = (cursor != null) ? list + (list.contains("?") ? "&" : "?") + "cursor=" + cursor : null;
		}
		return seen;
	}

	/** An activity with a slot at each of the times. */
	private static List<String> slots(Instant... starts) {
		String activity = Stage.id(stage.client.post(stage.venue, "/activities", stage.activity()));
		List<String> slots = new ArrayList<>();
		for (Instant start : starts) {
			slots.add(Stage.id(stage.client.post(stage.venue, "/activities/" + activity + "/slots",
					Map.of("startsAt", start.toString(), "endsAt", start.plusSeconds(1800).toString(), "pools",
							List.of(Map.of("pool", "PUBLIC", "capacity", 5))))));
		}
		stage.client.post(stage.venue, "/activities/" + activity + "/publish", Map.of()).expect(200);
		return slots;
	}

}
