package org.gongyu.browser;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.organization.Organizations;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.account.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongyu.browser.Taps.mark;
import static org.gongyu.browser.Taps.tap;

/**
 * Publish, search, hold, confirm, ticket, check-in, cancel — in Chromium, on a phone and
 * on a desk, with and without JavaScript.
 */
class WalkBrowserTests {

	private static final String PASSWORD = "demo-gongyu-2026";

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	static Hub hub;

	static Chromium chromium;

	@BeforeAll
	static void start() {
		chromium = Chromium.start();
		hub = Hub.start();
		Organizations organizations = hub.bean(Organizations.class);
		var organization = Objects
			.requireNonNull(organizations.add(OrganizationKind.VENUE_OPERATOR, "云溪区文旅公益联盟").block());
		organizations.addStaff(organization, "venue@demo.test", PASSWORD, "云溪博物馆", Set.of(Role.VENUE_MANAGER)).block();
		HubClient client = new HubClient(hub.address());
		client
			.post(client.signIn("venue@demo.test", PASSWORD), "/venues",
					java.util.Map.of("name", "云溪区中小学生综合素质教育与社会实践活动中心", "kind", "MUSEUM", "region", "云溪区", "address",
							"云溪大道1号"))
			.expect(201);
	}

	@AfterAll
	static void stop() {
		if (hub != null) {
			hub.close();
		}
		if (chromium != null) {
			chromium.close();
		}
	}

	@ParameterizedTest(name = "{0} px, JavaScript {1}")
	@CsvSource({ "390, true", "1280, false" })
	void fromPublishingToArriving(int width, boolean javaScript) {
		String name = "讲解员" + width + (javaScript ? "甲" : "乙");
		try (BrowserContext desk = chromium.window(width, javaScript, "zh-CN");
				BrowserContext home = chromium.window(width, javaScript, "zh-CN")) {
			Walk walk = new Walk(width + (javaScript ? "" : "-plain"));
			Page venue = desk.newPage();
			publish(venue, name, walk);
			Page family = home.newPage();
			String ticket = book(family, name, walk);
			checkIn(venue, ticket, walk);
			family.navigate(hub.address() + "/bookings");
			walk.shot(family, "my-bookings");
			assertThat(family.locator("main").textContent()).contains("已入场");
			cancelAnother(family, name, walk);
		}
	}

	private void publish(Page page, String name, Walk walk) {
		signIn(page, "venue@demo.test", "/desk/activities/new");
		walk.shot(page, "desk-form");
		page.fill("#title", name);
		page.fill("#summary", "跟着老师认识三件馆藏，学会用自己的话讲给家人听。");
		page.selectOption("#category", "EXPERIENCE");
		page.fill("#ageFrom", "6");
		page.fill("#ageTo", "12");
		tap(page, "main form button.btn-main");
		LocalDateTime soon = LocalDateTime.now(ZONE).plusMinutes(40).truncatedTo(ChronoUnit.MINUTES);
		page.fill("#day", soon.toLocalDate().toString());
		page.fill("#starts", soon.toLocalTime().toString());
		page.fill("#publicSeats", "8");
		tap(page, "form[action$='/slots'] button");
		tap(page, "form[action$='/publish'] button");
		assertThat(page.locator("main").textContent()).contains("已发布");
		walk.shot(page, "desk-activity");
	}

	private String book(Page page, String name, Walk walk) {
		page.navigate(hub.address() + "/");
		page.fill("#q", name);
		tap(page, "form[role=search] button");
		walk.shot(page, "home");
		tap(page, ".offer");
		walk.shot(page, "activity-stranger");
		mark(page, "input[name=slot]");
		tap(page, ".bottom-bar button");
		tap(page, "main p a[href*='sign-up']");
		page.fill("#name", "林妈妈");
		page.fill("#login", "lin" + Instant.now().toEpochMilli() + "@example.org");
		page.fill("#password", "correct horse");
		walk.shot(page, "sign-up");
		tap(page, "main form button");
		assertThat(page.locator("h1").textContent()).contains(name);
		assertThat(page.locator("input[name=slot]").first().isChecked()).isTrue();
		page.navigate(hub.address() + "/children");
		page.fill("#name", "小禾");
		page.fill("#birthMonth", YearMonth.now(ZONE).minusYears(8).toString());
		tap(page, "main form button.btn-choice");
		walk.shot(page, "children");
		return hold(page, name, walk);
	}

	private String hold(Page page, String name, Walk walk) {
		page.navigate(hub.address() + "/?q=" + name);
		tap(page, ".offer");
		mark(page, "input[name=slot]");
		assertThat(page.locator("input[name=children]").first().isChecked()).isTrue();
		walk.shot(page, "activity");
		tap(page, ".bottom-bar button");
		assertThat(page.locator("h1").textContent()).contains("2");
		page.reload();
		walk.shot(page, "hold");
		tap(page, "form[action$='/confirm'] button");
		walk.shot(page, "ticket");
		return page.locator(".ticket .code").textContent();
	}

	private void checkIn(Page page, String code, Walk walk) {
		page.navigate(hub.address() + "/desk");
		walk.shot(page, "desk-week");
		tap(page, "tr:last-child a[href*='/desk/slots/']");
		page.fill("#code", code.toLowerCase(Locale.ROOT));
		tap(page, "form[action$='/check-in'] button");
		assertThat(page.locator(".result.in").textContent()).contains("2");
		walk.shot(page, "gate-in");
		page.fill("#code", code);
		tap(page, "form[action$='/check-in'] button");
		assertThat(page.locator(".result.out").textContent()).contains("已经入场");
		walk.shot(page, "gate-out");
	}

	private void cancelAnother(Page page, String name, Walk walk) {
		page.navigate(hub.address() + "/?q=" + name);
		tap(page, ".offer");
		mark(page, "input[name=slot]");
		// the child comes to this time already
		mark(page, "input[name=children]");
		tap(page, ".bottom-bar button");
		tap(page, "form[action$='/confirm'] button");
		tap(page, "details summary");
		walk.shot(page, "ticket-cancel");
		tap(page, "form[action$='/cancel'] button");
		assertThat(page.locator("main").textContent()).contains("已取消");
		walk.shot(page, "ticket-cancelled");
	}

	private static void signIn(Page page, String login, String next) {
		page.navigate(hub.address() + next);
		page.fill("#login", login);
		page.fill("#password", PASSWORD);
		tap(page, "main form button");
	}

	/**
	 * The pictures of one walk.
	 */
	private record Walk(String name) {

		void shot(Page page, String what) {
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target/screenshots", what + "-" + this.name + ".png")));
		}

	}

}
