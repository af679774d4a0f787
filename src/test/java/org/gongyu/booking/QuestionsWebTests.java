package org.gongyu.booking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A venue asks, families answer, and what they answered is nobody else's business.
 */
class QuestionsWebTests {

	private static final Map<String, Object> PUBLIC = Map.of("pool", "PUBLIC", "capacity", 10);

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
	void answersAreSealedAndShownToBothSides() {
		String slot = stage.slot(asking(), 6000, PUBLIC);
		PageClient family = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		String token = String.valueOf(family.cookie("gongyu_access"));
		String hold = Stage.id(stage.hold(token, slot, 2));
		assertThat(family.get("/holds/" + hold).expect(200)).contains("饮食上要注意什么", "坐不坐校车？", "name=\"answer.size\"");
		assertThat(family.post("/holds/" + hold + "/confirm", Map.of("answer.diet", "HALAL")).expect(422))
			.contains("还有场馆的问题没有回答", "确认预约");
		String booking = family
			.post("/holds/" + hold + "/confirm",
					Map.of("answer.diet", "HALAL", "answer.bus", "YES", "answer.size", "大号"))
			.next();
		JsonNode known = stage.client.get(token, "/bookings" + booking.substring("/bookings".length())).expect(200);
		assertThat(known.at("/answers/diet").asString()).isEqualTo("HALAL");
		assertThat(hub.query("select count(*) from booking where answers_sealed is not null")).isEqualTo("1");
		assertThat(hub.query("select count(*) from booking where encode(answers_sealed, 'escape') like '%HALAL%'"))
			.isEqualTo("0");
		assertThat(desk().get("/desk/slots/" + slot).expect(200)).contains("清真", "大号").doesNotContain("HALAL");
		moves(token, known.path("id").asString(), slot);
	}

	/** The answers go along, and after the household is gone nothing of them is left. */
	private static void moves(String family, String booking, String slot) {
		String other = stage.another(slot, 7000);
		JsonNode moved = stage.client.post(family, "/bookings/" + booking + "/move", Map.of("slot", other)).expect(200);
		assertThat(moved.at("/answers/size").asString()).isEqualTo("大号");
		stage.client.post(family, "/my-data/delete", Map.of("password", Stage.PASSWORD));
		await().until(() -> hub.query("select count(*) from booking where answers_sealed is not null").equals("0"));
	}

	@Test
	void onlyWhatWasAskedCanBeAnswered() {
		String family = stage.family();
		String hold = Stage.id(stage.hold(family, stage.slot(asking(), 6000, PUBLIC), 1));
		Map<String, String> fits = Map.of("bus", "NO", "size", "小号", "diet", "NO_NUTS,NO_MILK");
		for (Map<String, String> wrong : List.of(Map.of("bus", "PERHAPS"), Map.of("size", "中号"), Map.of("diet", "花生"),
				Map.of("other", "YES"), Map.of("size", ""))) {
			Map<String, String> answers = new HashMap<>(fits);
			answers.putAll(wrong);
			JsonNode told = stage.client.post(family, "/bookings", Map.of("holdId", hold, "answers", answers))
				.expect(422);
			assertThat(told.at("/violations/0/field").asString())
				.isEqualTo("answers." + wrong.keySet().iterator().next());
		}
		JsonNode booking = stage.client.post(family, "/bookings", Map.of("holdId", hold, "answers", fits)).expect(201);
		assertThat(stage.client.post(family, "/bookings", Map.of("holdId", hold)).expect(201)).isEqualTo(booking);
	}

	/**
	 * Seats that were offered to who waits are booked by one tap, and nobody was asked.
	 */
	@Test
	void whoWasNotAskedAnswersOnTheTicket() {
		String login = UUID.randomUUID() + "@example.org";
		PageClient page = new PageClient(hub.address()).signUp(login, Stage.PASSWORD);
		String family = stage.client.signIn(login, Stage.PASSWORD);
		String hold = Stage.id(stage.hold(family, stage.slot(asking(), 6000, PUBLIC), 1));
		Map<String, String> fits = Map.of("bus", "NO", "size", "小号");
		String booking = Stage.id(stage.client.post(family, "/bookings", Map.of("holdId", hold, "answers", fits)));
		hub.execute("update booking set answers_sealed = null where id = '" + booking + "'");
		assertThat(page.get("/bookings/" + booking).expect(200)).contains("场馆还有问题想问你们");
		String form = "/bookings/" + booking + "/answers";
		page.get(form).expect(200);
		assertThat(page.post(form, Map.of("answer.bus", "YES")).expect(422)).contains("衣服尺码");
		page.post(form, Map.of("answer.bus", "YES", "answer.size", "大号")).expect(303);
		assertThat(page.get("/bookings/" + booking).expect(200)).doesNotContain("场馆还有问题想问你们");
		JsonNode told = stage.client.put(family, form, Map.of("answers", Map.of("bus", "NO", "size", "小号")))
			.expect(200);
		assertThat(told.path("answers"))
			.isEqualTo(stage.client.get(family, "/bookings/" + booking).expect(200).path("answers"));
		assertThat(told.at("/answers/size").asString()).isEqualTo("小号");
		stage.client.put(stage.family(), form, Map.of("answers", fits)).expect(404);
		stage.client.post(family, "/bookings/" + booking + "/cancel", null).expect(200);
		stage.client.put(family, form, Map.of("answers", fits)).expect(409);
	}

	@Test
	void whatIsNoQuestionIsRefused() {
		for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("key", "q", "kind", "YES_NO"),
				Map.of("key", "q", "kind", "CHOICE", "text", "哪个？", "options", List.of("一")),
				Map.of("key", "Q!", "kind", "DIET"))) {
			Map<String, Object> activity = stage.activity();
			activity.put("questions", List.of(wrong));
			stage.client.post(stage.venue, "/activities", activity).expect(400);
		}
		Map<String, Object> twice = stage.activity();
		twice.put("questions", List.of(Map.of("key", "q", "kind", "DIET"), Map.of("key", "q", "kind", "ACCESS")));
		stage.client.post(stage.venue, "/activities", twice).expect(400);
	}

	private static Map<String, Object> asking() {
		Map<String, Object> activity = stage.activity();
		activity.put("questions",
				List.of(Map.of("key", "diet", "kind", "DIET"), Map.of("key", "bus", "kind", "YES_NO", "text", "坐不坐校车？"),
						Map.of("key", "size", "kind", "CHOICE", "text", "衣服尺码", "options", List.of("大号", "小号"))));
		return activity;
	}

	private static PageClient desk() {
		return new PageClient(hub.address()).signIn("venue@example.org", Stage.PASSWORD);
	}

}
