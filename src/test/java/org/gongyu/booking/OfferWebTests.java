package org.gongyu.booking;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of an activity, as people, chats and search engines read it.
 */
class OfferWebTests {

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.address=https://gongyu.example");
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void aSearchEngineReadsItsSlots() {
		Map<String, Object> activity = stage.activity();
		activity.putAll(Map.of("title", "</script><b>小小", "summary", "跟着老师", "titleEn", "Guides"));
		String slot = stage.slot(activity, 6000, Map.of("pool", "PUBLIC", "capacity", 7));
		String id = activityOf(slot);
		String page = new PageClient(hub.address()).get("/activities/" + id).expect(200);
		JsonNode event = new JsonMapper().readTree(group(page, "application/ld\\+json\">(.*?)</script>"))
			.at("/@graph/0");
		assertThat(event.path("@type").asString()).isEqualTo("ChildrensEvent");
		assertThat(event.path("name").asString()).isEqualTo("</script><b>小小");
		assertThat(event.path("eventStatus").asString()).isEqualTo("https://schema.org/EventScheduled");
		assertThat(event.path("remainingAttendeeCapacity").asInt()).isEqualTo(7);
		assertThat(event.at("/offers/availability").asString()).isEqualTo("https://schema.org/InStock");
		assertThat(page).contains("og:url\" content=\"https://gongyu.example/activities/" + id);
		stage.client.post(stage.venue, "/slots/" + slot + "/withdraw", Map.of("reason", "停电")).expect(200);
		assertThat(new PageClient(hub.address()).get("/activities/" + id).expect(200)).contains("EventCancelled");
	}

	@Test
	void itsPictureIsDrawnAnewAndKeptForAYear() throws IOException, InterruptedException {
		String slot = stage.slot(6000, 5);
		String path = "/activities/" + activityOf(slot) + "/picture?alt=%E5%AD%A9%E5%AD%90";
		assertThat(put(path, "GIF89a".getBytes(StandardCharsets.US_ASCII)).statusCode()).isEqualTo(422);
		assertThat(put(path, new byte[6_000_000]).statusCode()).isEqualTo(413);
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB), "png", png);
		assertThat(put(path, png.toByteArray()).statusCode()).isEqualTo(200);
		String page = new PageClient(hub.address()).get("/activities/" + activityOf(slot)).expect(200);
		assertThat(page).contains("alt=\"孩子\"", "og:image\" content=\"https://gongyu.example/pictures/");
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(hub.address() + group(page, "src=\"(/pictures/[^\"]+)\"")))
			.build();
		HttpResponse<byte[]> picture = HttpClient.newHttpClient()
			.send(request, HttpResponse.BodyHandlers.ofByteArray());
		assertThat(picture.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
		assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(800);
		assertThat(new PageClient(hub.address()).get("/").expect(200)).contains("-240.jpg");
	}

	@Test
	void aReleaseGoesIntoTheCalendarWithAnAlarm() throws IOException, ParserException {
		Instant release = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
		String slot = stage.slot(stage.activity(), 6000,
				Map.of("pool", "PUBLIC", "capacity", 5, "releasedAt", release.toString()));
		PageClient reader = new PageClient(hub.address());
		assertThat(reader.get("/activities/" + activityOf(slot)).expect(200))
			.contains("data-opens=\"" + release.toEpochMilli(), "/slots/" + slot + "/release.ics");
		VEvent event = (VEvent) new CalendarBuilder()
			.build(new StringReader(reader.get("/slots/" + slot + "/release.ics").expect(200)))
			.getComponents()
			.get(0);
		assertThat(((OffsetDateTime) event.getDateTimeStart().getDate()).toInstant()).isEqualTo(release);
		assertThat(event.getAlarms()).hasSize(1);
		reader.get("/slots/" + UUID.randomUUID() + "/release.ics").expect(404);
	}

	@Test
	void whereAChatCannotDownloadThePageSaysHow() {
		PageClient family = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		String booking = stage.booking(String.valueOf(family.cookie("gongyu_access")), stage.slot(6000, 5), 1);
		String page = family.get("/bookings/" + booking + "/calendar").expect(200);
		assertThat(page).contains("ticket.ics", "https://gongyu.example/calendar/").doesNotContain("聊天软件里");
		assertThat(family.as("Mozilla/5.0 MicroMessenger/8.0").get("/bookings/" + booking + "/calendar").expect(200))
			.contains("聊天软件里");
	}

	@Test
	void manyDaysAreACalendarAndTheStagesSayWhatToBring() {
		Map<String, Object> activity = stage.activity();
		activity.put("stages", List.of(Map.of("phase", "POST_VISIT", "text", "画一张海报"), Map.of("phase", "PRE_VISIT",
				"text", "写下问题", "materials", List.of(Map.of("name", "导学单", "link", "https://example.org/a")))));
		String slot = stage.slot(activity, 2000, Map.of("pool", "PUBLIC", "capacity", 5));
		String path = "/activities/" + activityOf(slot);
		assertThat(new PageClient(hub.address()).get(path).expect(200)).doesNotContain("<table");
		for (int i = 1; i < 5; i++) {
			stage.another(slot, 2000 + i * 1440);
		}
		String page = new PageClient(hub.address()).get(path).expect(200);
		assertThat(page).contains("<table class=\"month\"", "1 场可约", "https://example.org/a");
		assertThat(page.indexOf("写下问题")).isLessThan(page.indexOf("画一张海报"));
	}

	@Test
	void whoWantsMoreThanIsLeftIsToldWhatToDo() {
		String slot = stage.slot(6000, 3);
		PageClient family = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		family.get("/activities/" + activityOf(slot)).expect(200);
		String page = family
			.post("/activities/" + activityOf(slot) + "/hold",
					Map.of("slot", slot, "adults", "4", "key", UUID.randomUUID().toString()))
			.expect(409);
		assertThat(page).contains("候补这一场", "全家一起候补", "formaction=\"/activities/" + activityOf(slot) + "/wait");
	}

	private static HttpResponse<String> put(String path, byte[] file) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(hub.address() + "/api/v1" + path))
			.header("Authorization", "Bearer " + stage.venue)
			.PUT(HttpRequest.BodyPublishers.ofByteArray(file))
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	private static String activityOf(String slot) {
		return stage.client.get(null, "/slots/" + slot).expect(200).at("/activity/id").asString();
	}

	private static String group(String page, String pattern) {
		Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
		assertThat(matcher.find()).as(page).isTrue();
		return matcher.group(1);
	}

}
