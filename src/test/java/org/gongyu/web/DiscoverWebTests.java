package org.gongyu.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A family looks for something to do.
 */
class DiscoverWebTests {

	private static final int TWO_DAYS = 2 * 24 * 60;

	static Hub hub;

	static Stage stage;

	/** Of two hills, one by the river. */
	static String river;

	static String hill;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
		river = venue("河边馆", "云溪区", 28.90, 118.80);
		hill = venue("山上馆", "云岭镇", 28.90, 119.30);
		offer(river, "河边画画", 5, 7, true, 20);
		offer(river, "河边观鸟", 8, 12, false, 2);
		offer(hill, "山上看星", 6, 12, true, 20);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void anActivityIsForAllTheChildrenWhoCome() {
		assertThat(home("/?age=6&age=7")).contains("河边画画", "山上看星").doesNotContain("河边观鸟");
		assertThat(home("/?age=6&age=10")).contains("山上看星").doesNotContain("河边画画", "河边观鸟");
	}

	@Test
	void insideOutsideAndNear() {
		assertThat(home("/?indoor=true")).contains("河边画画").doesNotContain("河边观鸟");
		assertThat(home("/?near=28.91,118.81")).contains("河边画画", "公里").doesNotContain("山上看星");
		assertThat(home("/?region=云岭镇")).contains("山上看星").doesNotContain("河边画画");
		for (String nowhere : List.of("here", "91,0", "0,181", "1")) {
			assertThat(new PageClient(hub.address()).get("/?near=" + nowhere).expect(400)).contains("不是一个位置");
		}
	}

	@Test
	void thereAreSeatsForTheWholeParty() {
		String few = stage.client.get(null, "/slots?q=河边观鸟").expect(200).at("/items/0/slot").asString();
		stage.booking(stage.family(), few, 1);
		assertThat(home("/?seats=3")).contains("山上看星");
		await().untilAsserted(() -> assertThat(home("/?seats=3")).doesNotContain("河边观鸟"));
	}

	@Test
	void whereNothingFitsTheNearestThatFitsIsOffered() {
		assertThat(home("/?q=河边&age=16&indoor=true")).contains("不过这样就有", "不限年龄").doesNotContain("远一点也行");
		assertThat(home("/?q=没有这种东西")).contains("不过这样就有", "不限关键词");
		assertThat(home("/?day=2100-01-01&q=河边")).contains("换别的日子");
	}

	@Test
	void theWeekHasItsHolidays() {
		LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2);
		stage.client.put(Staff.operator(hub), "/holidays", Map.of("year", day.getYear(), "days",
				List.of(Map.of("name", "云溪节", "date", day.toString(), "isOffDay", true))))
			.expect(200);
		assertThat(home("/?view=week&day=" + day)).contains("云溪节 休", "河边画画", "上一周", "下一周");
		assertThat(home("/")).contains("云溪节", "value=\"" + day);
		assertThat(home("/?view=week&day=2100-01-01&q=河边")).contains("换别的日子");
	}

	@Test
	void partsAreForScriptsAndTheirAddressTellsNobodyWhereTheyAre() throws IOException, InterruptedException {
		HttpRequest asked = HttpRequest.newBuilder(URI.create(hub.address() + "/?near=28.91,118.81&age=6&q=&free="))
			.header("HX-Request", "true")
			.build();
		HttpResponse<String> part = HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString());
		assertThat(part.body()).contains("id=\"found\"", "河边画画").doesNotContain("<html", "<form");
		assertThat(part.headers().firstValue("HX-Push-Url")).hasValue("/?age=6");
	}

	@Test
	void theChildrenOfTheFamilyAreOneTapAway() {
		PageClient family = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		stage.child(String.valueOf(family.cookie("gongyu_access")),
				LocalDate.now().minusYears(9).toString().substring(0, 7));
		assertThat(family.get("/").expect(200)).contains("type=\"checkbox\" name=\"age\" value=\"9\"");
	}

	@Test
	void favouritesAreSharedAndWhatWasSeenStaysInTheBrowser() {
		PageClient family = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		String activity = activityOf("河边画画");
		assertThat(family.get("/favourites").expect(200)).contains("还没有收藏");
		family.get("/activities/" + activity).expect(200);
		family.post("/activities/" + activity + "/favourite", Map.of("keep", "true")).next();
		family.post("/activities/" + activity + "/favourite", Map.of("keep", "true")).next();
		assertThat(family.get("/favourites").expect(200)).containsOnlyOnce("河边画画");
		assertThat(family.get("/").expect(200)).contains("最近看过");
		family.lose("gongyu_seen");
		assertThat(family.get("/").expect(200)).doesNotContain("最近看过").contains("id=\"favourites\"");
		family.post("/activities/" + activity + "/favourite", Map.of("keep", "false")).next();
		assertThat(family.get("/").expect(200)).doesNotContain("id=\"favourites\"");
		family.setCookie("gongyu_seen", "nonsense." + UUID.randomUUID()).get("/").expect(200);
	}

	private static String activityOf(String title) {
		return stage.client.get(null, "/slots?q=" + title).expect(200).at("/items/0/activity").asString();
	}

	private static String home(String address) {
		String page = new PageClient(hub.address()).get(address).expect(200);
		int from = page.indexOf("id=\"found\"");
		return page.contains("view=week") || address.equals("/") ? page : page.substring(from);
	}

	private static String venue(String name, String region, double latitude, double longitude) {
		return Stage.id(stage.client.post(stage.venue, "/venues", Map.of("name", name, "kind", "MUSEUM", "region",
				region, "position", Map.of("latitude", latitude, "longitude", longitude))));
	}

	private static void offer(String venue, String title, int ageFrom, int ageTo, boolean indoor, int seats) {
		Map<String, Object> activity = stage.activity();
		activity.putAll(Map.of("venueId", venue, "title", title, "ageFrom", ageFrom, "ageTo", ageTo, "indoor", indoor));
		stage.slot(activity, TWO_DAYS, Map.of("pool", "PUBLIC", "capacity", seats));
	}

}
