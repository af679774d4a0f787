package org.gongyu.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Search finds what is published by words in either language and by every filter, and
 * nothing that is not for everybody's eyes.
 */
class SearchWebTests {

	static Hub hub;

	static Stage stage;

	static String guide;

	static String rocket;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
		Map<String, Object> tour = stage.activity();
		tour.putAll(Map.of("titleEn", "Young Guides", "summary", "认识三件青铜馆藏", "summaryEn", "Meet three bronzes"));
		guide = stage.slot(tour, 24 * 60, Map.of("pool", "PUBLIC", "capacity", 10));
		String lab = Stage.id(stage.client.post(stage.venue, "/venues", Map.of("name", "星河科技馆", "kind",
				"SCIENCE_CENTER", "region", "临江县", "regionCode", "330411", "accessibility", List.of("STEP_FREE"))));
		Map<String, Object> launch = stage.activity();
		launch.putAll(Map.of("venueId", lab, "title", "火箭发射", "category", "SCIENCE", "ageFrom", 10, "ageTo", 16,
				"admission", "DISCOUNTED", "priceCents", 500));
		rocket = stage.slot(launch, 72 * 60, Map.of("pool", "SCHOOL", "capacity", 40));
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@ParameterizedTest
	@CsvSource({ "讲解, guide", "小小, guide", "青铜, guide", "馆藏, guide", "云溪, guide", "博物馆, guide", "guides, guide",
			"GUIDE, guide", "BRONZES three, guide", "讲解 青铜, guide", "ｇｕｉｄｅｓ, guide", "《讲解》, guide", "火箭, rocket",
			"星河, rocket", "解, guide", "讲铜, none", "guides rocket, none", "发火, none", "100%, none", "_, none" })
	void wordsFind(String words, String found) {
		finds("q=" + words, found);
	}

	@ParameterizedTest
	@CsvSource({ "region=3304, rocket", "region=330411, rocket", "region=3305, none", "region=临江, rocket",
			"region=云溪区, guide", "region=%, none", "kind=MUSEUM, guide", "kind=SCIENCE_CENTER, rocket",
			"kind=LIBRARY, none", "category=SCIENCE, rocket", "category=EXPERIENCE, guide", "age=6, guide",
			"age=16, rocket", "age=12, both", "age=5, none", "age=17, none", "audience=PUBLIC, guide",
			"audience=SCHOOL, rocket", "audience=DESK, none", "free=true, guide", "free=false, rocket",
			"accessible=true, rocket", "accessible=false, guide", "'', both", "q=馆&age=11&kind=MUSEUM, guide" })
	void filtersFind(String filter, String found) {
		finds(filter, found);
	}

	@Test
	void datesFind() {
		Instant now = Instant.now();
		finds("to=" + now.plus(48, ChronoUnit.HOURS), "guide");
		finds("from=" + now.plus(48, ChronoUnit.HOURS), "rocket");
		finds("from=" + now.plus(1, ChronoUnit.HOURS) + "&to=" + now.plus(90, ChronoUnit.HOURS), "both");
		finds("from=" + now.plus(90, ChronoUnit.HOURS), "none");
		String start = stage.client.get(null, "/slots/" + guide).expect(200).path("slot").path("startsAt").asString();
		finds("from=" + start + "&to=" + now.plus(48, ChronoUnit.HOURS), "guide");
		finds("to=" + start, "none");
	}

	@Test
	void seatsThatAreLeftFind() {
		String slot = stage.slot(titled("陶艺"), 600, Map.of("pool", "PUBLIC", "capacity", 5));
		stage.hold(stage.family(), slot, 3).expect(201);
		await().until(() -> ids("q=陶艺&seats=3").isEmpty());
		assertThat(ids("q=陶艺&seats=2")).containsExactly(slot);
		JsonNode card = stage.client.get(null, "/slots?q=陶艺").expect(200).path("items").get(0);
		assertThat(card.path("seatsLeft").asInt()).isEqualTo(2);
	}

	@Test
	void draftsAndWithdrawnSlotsAreNeverFound() {
		String activity = Stage.id(stage.client.post(stage.venue, "/activities", titled("皮影")));
		Instant start = Instant.now().plus(30, ChronoUnit.HOURS);
		Map<String, Object> plan = new HashMap<>(Map.of("startsAt", start.toString(), "endsAt",
				start.plusSeconds(3600).toString(), "pools", List.of(Map.of("pool", "PUBLIC", "capacity", 5))));
		String slot = Stage.id(stage.client.post(stage.venue, "/activities/" + activity + "/slots", plan));
		assertThat(ids("q=皮影")).isEmpty();
		stage.client.get(null, "/slots/" + slot).expect(404);
		stage.client.get(null, "/activities/" + activity).expect(404);
		stage.client.post(stage.venue, "/activities/" + activity + "/publish", Map.of()).expect(200);
		assertThat(ids("q=皮影")).containsExactly(slot);
		plan.putAll(
				Map.of("startsAt", start.plusSeconds(7200).toString(), "endsAt", start.plusSeconds(9000).toString()));
		Stage.id(stage.client.post(stage.venue, "/activities/" + activity + "/slots", plan));
		assertThat(ids("q=皮影")).containsExactly(slot);
		stage.client.post(stage.venue, "/slots/" + slot + "/withdraw", Map.of("reason", "停电")).expect(200);
		assertThat(ids("q=皮影")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "q, NUL", "region, NUL", "age, old", "from, tomorrow", "kind, CASTLE", "free, maybe",
			"age, 99999999999" })
	void whatCannotBeMeantIsSaidSo(String field, String value) {
		assertThat(stage.client.get(null, "/slots?" + field + "=" + value.replace("NUL", "\0"))
			.expect(400)
			.path("code")
			.asString()).isIn("INVALID", "UNREADABLE");
	}

	private static Map<String, Object> titled(String title) {
		Map<String, Object> activity = stage.activity();
		activity.putAll(Map.of("title", title, "ageFrom", 30, "ageTo", 40, "category", "HERITAGE"));
		return activity;
	}

	private static void finds(String query, String found) {
		assertThat(ids(query).stream().filter(id -> id.equals(guide) || id.equals(rocket)))
			.containsExactlyElementsOf(switch (found) {
				case "guide" -> List.of(guide);
				case "rocket" -> List.of(rocket);
				case "both" -> List.of(guide, rocket);
				default -> List.<String>of();
			});
	}

	private static List<String> ids(String query) {
		return stage.client.get(null, "/slots?size=100&" + query)
			.expect(200)
			.path("items")
			.valueStream()
			.map(item -> item.path("slot").asString())
			.toList();
	}

}
