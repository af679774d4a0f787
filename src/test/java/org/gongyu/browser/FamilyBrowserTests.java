package org.gongyu.browser;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gongyu.browser.Taps.addChild;
import static org.gongyu.browser.Taps.mark;
import static org.gongyu.browser.Taps.signUp;
import static org.gongyu.browser.Taps.tap;

/**
 * A family finds something for both children, comes, changes its mind, and is called off.
 * Every step is reloaded, and nothing is lost.
 */
class FamilyBrowserTests {

	static Chromium chromium;

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		chromium = Chromium.start();
		hub = Hub.start();
		stage = new Stage(hub);
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

	@ParameterizedTest(name = "{0} px, JavaScript {1}, {2}")
	@CsvSource({ "390, true, zh-CN", "390, false, en", "1280, true, en", "1280, false, zh-CN" })
	void fromFindingToCancelling(int width, boolean javaScript, String language) {
		String title = "Birds " + width + javaScript;
		String slot = slot(title);
		try (BrowserContext window = chromium.window(width, javaScript, language)) {
			Page page = window.newPage();
			signUp(page, hub.address());
			YearMonth now = YearMonth.now(ZoneId.of("Asia/Shanghai"));
			addChild(page, hub.address(), "Xiaohe", now.minusYears(6).minusMonths(2).toString());
			addChild(page, hub.address(), "Xiaomai", now.minusYears(10).minusMonths(2).toString());
			find(page, title, javaScript);
			book(page, slot);
			page.locator("h1").waitFor();
			assertThat(page.locator(".ticket").count()).isOne();
			change(page);
			move(page, stage.another(slot, 9000));
			cancel(page);
		}
	}

	/** By the ages of both children and by words; with scripts the list renews itself. */
	private static void find(Page page, String title, boolean javaScript) {
		page.navigate(hub.address() + "/");
		page.locator("input[name=age]").first().check(new Locator.CheckOptions().setForce(true));
		page.locator("input[name=age]").nth(1).check(new Locator.CheckOptions().setForce(true));
		page.fill("#q", title);
		if (!javaScript) {
			tap(page, "form[role=search] button.btn-main");
		}
		page.waitForURL(url -> url.contains("age=6") && url.contains("age=10") && url.contains("q=Birds"));
		page.reload();
		assertThat(page.locator("#found .offer").count()).isOne();
		tap(page, "#found .offer");
	}

	/**
	 * From the activity's page four taps: the time, the children (two), book, confirm.
	 */
	private static void book(Page page, String slot) {
		page.reload();
		mark(page, "input[value='" + slot + "']");
		assertThat(page.locator("input[name=children]:checked").count()).isEqualTo(2);
		tap(page, ".bottom-bar button");
		page.waitForURL("**/holds/**");
		page.reload();
		mark(page, "input[name='answer.bus'][value=YES]");
		tap(page, "form[action$='/confirm'] button");
		page.waitForURL("**/bookings/**");
		page.reload();
	}

	private static void change(Page page) {
		tap(page, "a[href$='/party']");
		page.reload();
		page.fill("#adults", "2");
		tap(page, "form[action$='/party'] button.btn-main");
		page.waitForURL(url -> !url.endsWith("/party"));
		assertThat(page.locator(".ticket").count()).isOne();
		assertThat(page.locator("main").textContent()).contains("4");
	}

	private static void move(Page page, String other) {
		tap(page, "a[href$='/move']");
		page.reload();
		mark(page, "input[value='" + other + "']");
		tap(page, "form[action$='/move'] button");
		page.waitForURL(url -> !url.endsWith("/move"));
		page.reload();
		assertThat(page.locator(".ticket").count()).isOne();
	}

	private static void cancel(Page page) {
		mark(page, "details summary");
		tap(page, "form[action$='/cancel'] button");
		page.locator(".notice.warn:not([hidden])").waitFor();
		page.reload();
		assertThat(page.locator(".ticket").count()).isZero();
	}

	@Test
	void aVenueCallsOffAndTheFamilyBooksAgain() {
		String slot = slot("Called off");
		String other = stage.another(slot, 9000);
		try (BrowserContext window = chromium.window(390, true, "zh-CN")) {
			Page page = window.newPage();
			signUp(page, hub.address());
			page.navigate(hub.address() + "/activities/" + activityOf(slot));
			mark(page, "input[value='" + slot + "']");
			tap(page, ".bottom-bar button");
			mark(page, "input[name='answer.bus'][value=NO]");
			tap(page, "form[action$='/confirm'] button");
			page.waitForURL("**/bookings/**");
			stage.client.post(stage.venue, "/slots/" + slot + "/withdraw", Map.of("reason", "停电")).expect(200);
			page.navigate(hub.address() + "/notices");
			await().until(() -> {
				page.reload();
				return page.locator("main a.panel[href^='/activities/']").count() == 1;
			});
			Sight.of(page, "inbox-called-off", true);
			tap(page, "main a.panel[href^='/activities/']");
			mark(page, "input[value='" + other + "']");
			tap(page, ".bottom-bar button");
			mark(page, "input[name='answer.bus'][value=NO]");
			tap(page, "form[action$='/confirm'] button");
			page.locator(".ticket").waitFor();
			page.navigate(hub.address() + "/bookings");
			assertThat(page.locator("main").textContent()).contains("场馆取消了这一场", "已确认");
		}
	}

	@Test
	void twoGuardiansShareAndATicketOpensWithoutANetwork() {
		String slot = slot("Shared");
		try (BrowserContext hers = chromium.window(390, true, "zh-CN");
				BrowserContext his = chromium.window(390, true, "zh-CN")) {
			Page mother = hers.newPage();
			Page father = his.newPage();
			signUp(mother, hub.address());
			addChild(mother, hub.address(), "小禾", "2018-05");
			mother.navigate(hub.address() + "/guardians");
			tap(mother, "form[action$='/invitations'] button");
			String link = mother.locator("main input[readonly]").inputValue();
			signUp(father, hub.address());
			father.navigate(link);
			tap(father, "main form button");
			father.waitForURL(url -> !url.contains("/join/"));
			mother.navigate(hub.address() + "/activities/" + activityOf(slot));
			mark(mother, "input[value='" + slot + "']");
			tap(mother, ".bottom-bar button");
			mark(mother, "input[name='answer.bus'][value=NO]");
			tap(mother, "form[action$='/confirm'] button");
			mother.waitForURL("**/bookings/**");
			String ticket = mother.url();
			father.navigate(ticket);
			assertThat(father.locator(".ticket").count()).isOne();
			offline(his, father, ticket);
		}
	}

	/** At the gate there is no network; after signing out there is no ticket, either. */
	private static void offline(BrowserContext window, Page page, String ticket) {
		await().until(() -> Boolean.TRUE
			.equals(page.evaluate("async path => !!(await caches.match(path, {ignoreVary: true}))",
					ticket.substring(hub.address().length()))));
		window.setOffline(true);
		page.navigate(ticket);
		assertThat(page.locator(".ticket svg").count()).isOne();
		assertThat(page.locator("[data-offline]").isVisible()).isTrue();
		page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/ticket-offline.png")));
		page.navigate(hub.address() + "/account");
		assertThat(page.locator("h1").textContent()).isEqualTo("没有网络");
		window.setOffline(false);
		page.navigate(hub.address() + "/");
		tap(page, "form[action$='/sign-out'] button");
		await().until(() -> Boolean.TRUE.equals(page.evaluate("async () => (await caches.keys()).length === 0")));
	}

	@Test
	void theCalendarIsUsedByKeyboardAlone() {
		String slot = slot("By keyboard");
		for (int i = 1; i < 5; i++) {
			stage.another(slot, 6000 + i * 1440);
		}
		try (BrowserContext window = chromium.window(1280, true, "en")) {
			Page page = window.newPage();
			signUp(page, hub.address());
			page.navigate(hub.address() + "/activities/" + activityOf(slot));
			String day = LocalDate
				.ofInstant(Instant.now().plusSeconds((6000 + 2 * 1440) * 60L), ZoneId.of("Asia/Shanghai"))
				.toString();
			until(page, "document.activeElement.getAttribute('href') === '#d-" + day + "'");
			page.keyboard().press("Enter");
			assertThat(page.url()).endsWith("#d-" + day);
			until(page, "document.activeElement.name === 'slot'");
			page.keyboard().press("Space");
			assertThat(page.evaluate("document.activeElement.closest('.slot-row').previousElementSibling?.id ?? ''"))
				.isEqualTo("d-" + day);
			until(page, "document.activeElement.matches('.bottom-bar button')");
			page.keyboard().press("Enter");
			page.waitForURL("**/holds/**");
			until(page, "document.activeElement.name === 'answer.bus'");
			page.keyboard().press("Space");
			until(page,
					"document.activeElement.closest('form')?.action.endsWith('/confirm') && document.activeElement.tagName === 'BUTTON'");
			page.keyboard().press("Enter");
			page.locator(".ticket").waitFor();
		}
	}

	private static void until(Page page, String there) {
		for (int i = 0; i < 60 && !Boolean.TRUE.equals(page.evaluate(there)); i++) {
			page.keyboard().press("Tab");
		}
		assertThat(page.evaluate(there)).as(there).isEqualTo(true);
	}

	private static String slot(String title) {
		Map<String, Object> activity = new HashMap<>(stage.activity());
		activity.put("title", title);
		activity.put("questions", List.of(Map.of("key", "bus", "kind", "YES_NO", "text", "Bus?")));
		return stage.slot(activity, 6000, Map.of("pool", "PUBLIC", "capacity", 6));
	}

	private static String activityOf(String slot) {
		return stage.client.get(null, "/slots/" + slot).expect(200).at("/activity/id").asString();
	}

}
