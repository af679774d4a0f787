package org.gongyu.notice;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongyu.Hub;
import org.gongyu.Letterbox;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Families hear of what becomes of their bookings and their waiting: once in the inbox,
 * and by a message that a repeat does not make another.
 */
class NoticeWebTests {

	static Letterbox letterbox;

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		letterbox = new Letterbox();
		hub = Hub.start(Stream
			.concat(letterbox.settings().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()),
					Stream.of("gongyu.address=https://gongyu.example.cn", "gongyu.notice.remind=1h",
							"gongyu.notice.remind-from=00:00", "gongyu.notice.remind-until=23:59:59.999"))
			.toArray(String[]::new));
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
		letterbox.close();
	}

	private static String login() {
		return UUID.randomUUID() + "@example.org";
	}

	private static List<Letterbox.Letter> letters(String login) {
		return letterbox.letters().stream().filter(letter -> letter.to().equals(login)).toList();
	}

	private static Letterbox.Letter letter(String login, String word) {
		await().atMost(Duration.ofSeconds(10))
			.until(() -> letters(login).stream().anyMatch(each -> each.subject().contains(word)));
		return letters(login).stream().filter(each -> each.subject().contains(word)).findFirst().orElseThrow();
	}

	private static JsonNode inbox(String family) {
		return stage.client.get(family, "/notices").expect(200).path("items");
	}

	@Test
	void aBookingIsToldOnceHoweverOftenTheFactComes() {
		String login = login();
		String family = stage.client.signUp(login, Stage.PASSWORD, "林");
		String booking = stage.booking(family, stage.slot(6000, 5), 3);
		Letterbox.Letter letter = letter(login, "预约好了");
		assertThat(letter.text()).contains("云溪博物馆", "共 3 人", "https://gongyu.example.cn/bookings/" + booking);
		assertThat(letter.id()).isEqualTo("<" + inbox(family).path(0).path("id").asString() + "@gongyu>");
		again("BookingConfirmed", booking);
		hub.execute("update notice set sent_at = null where subject_id = '" + booking + "'");
		again("BookingConfirmed", booking);
		await().atMost(Duration.ofSeconds(10)).until(() -> letters(login).size() == 2);
		assertThat(letters(login)).extracting(Letterbox.Letter::id).containsOnly(letter.id());
		assertThat(inbox(family)).hasSize(1);
	}

	/** Delivers a fact once more. */
	private static void again(String type, String booking) {
		hub.execute("""
				insert into outbox (key, type, body) select key || gen_random_uuid(), type, body from outbox
				 where type = '%s' and body ->> 'booking' = '%s' limit 1""".formatted(type, booking));
		await().atMost(Duration.ofSeconds(10))
			.until(() -> "0".equals(hub.query("select count(*) from outbox_delivery where state <> 'DONE'"))
					&& "0".equals(hub.query("select count(*) from outbox where not told")));
	}

	@Test
	void whoCancelsAndWhoseSlotIsCalledOffHears() {
		String login = login();
		String family = stage.client.signUp(login, Stage.PASSWORD, "林");
		String booking = stage.booking(family, stage.slot(6000, 5), 1);
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
		letter(login, "预约已取消");
		String slot = stage.slot(6000, 5);
		stage.booking(family, slot, 1);
		stage.client.post(stage.venue, "/slots/" + slot + "/withdraw", Map.of("reason", "停电")).expect(200);
		Letterbox.Letter letter = letter(login, "这一场取消了，可以换一场");
		assertThat(letter.text()).contains("停电", "https://gongyu.example.cn/activities/");
		await().atMost(Duration.ofSeconds(10)).until(() -> inbox(family).size() == 4);
	}

	@Test
	void anOfferLeadsToItsAnswer() {
		String first = stage.family();
		String slot = stage.slot(6000, 2);
		String booking = stage.booking(first, slot, 2);
		String login = login();
		String waiter = stage.client.signUp(login, Stage.PASSWORD, "林");
		stage.client.post(waiter, "/waitlist", Map.of("slots", List.of(slot), "adults", 2)).expect(201);
		stage.client.post(first, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
		String text = letter(login, "有空位了").text();
		String path = text.substring(text.indexOf("/offers/"));
		PageClient stranger = new PageClient(hub.address());
		assertThat(stranger.get(path).expect(200)).contains("有 2 个空位给你们留着").doesNotContain("林");
		assertThat(stranger.post(path + "/accept", Map.of()).next()).isEqualTo(path);
		assertThat(stranger.get(path).expect(200)).contains("预约好了");
		assertThat(stage.client.get(waiter, "/bookings").expect(200).path("items")).hasSize(1);
	}

	@Test
	void messagesSpeakTheFamilysLanguage() {
		String login = login();
		PageClient browser = new PageClient(hub.address()).signUp(login, Stage.PASSWORD);
		browser.get("/settings?lang=en&back=/");
		String family = stage.client.signIn(login, Stage.PASSWORD);
		stage.booking(family, stage.slot(6000, 5), 1);
		assertThat(letter(login, "Booked").text()).contains("1 people");
		assertThat(browser.get("/notices").expect(200)).contains("Booked");
	}

	@Test
	void familiesAreRemindedOfTomorrowOnce() {
		String login = login();
		String family = stage.client.signUp(login, Stage.PASSWORD, "林");
		LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai"));
		int noon = (24 - now.getHour()) * 60 - now.getMinute() + 12 * 60;
		stage.booking(family, stage.slot(noon, 5), 2);
		stage.booking(family, stage.slot(noon + 2 * 24 * 60, 5), 2);
		Reminders reminders = hub.bean(Reminders.class);
		reminders.remind().block();
		reminders.remind().block();
		letter(login, "明天");
		assertThat(letters(login).stream().filter(each -> each.subject().contains("明天"))).hasSize(1);
	}

	@Test
	void anInboxIsItsHouseholdsAlone() {
		String login = login();
		String family = stage.client.signUp(login, Stage.PASSWORD, "林");
		String booking = stage.booking(family, stage.slot(6000, 5), 1);
		letter(login, "预约好了");
		assertThat(inbox(stage.family())).isEmpty();
		assertThat(stage.client.get(family, "/my-data").expect(200).path("records").path("notices")).hasSize(1);
		stage.client.post(family, "/my-data/delete", Map.of("password", Stage.PASSWORD)).expect(204);
		await().atMost(Duration.ofSeconds(10))
			.until(() -> "0".equals(hub.query("select count(*) from notice where subject_id = '" + booking + "'")));
	}

}
