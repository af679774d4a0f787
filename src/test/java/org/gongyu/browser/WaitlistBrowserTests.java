package org.gongyu.browser;

import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gongyu.browser.Taps.signUp;
import static org.gongyu.browser.Taps.tap;

/**
 * A family in the browser: everything is taken, so it waits; seats come free, it takes
 * them; it moves to another time; what it was told is in its inbox. Each page is reloaded
 * once, and loses nothing.
 */
class WaitlistBrowserTests {

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
	@CsvSource({ "390, true, zh-CN", "1280, false, en" })
	void fromSoldOutToAnotherTime(int width, boolean javaScript, String language) {
		String holder = stage.family();
		String slot = stage.slot(6000, 2);
		String activity = stage.client.get(null, "/slots/" + slot).expect(200).at("/activity/id").asString();
		String taken = stage.booking(holder, slot, 2);
		try (BrowserContext window = chromium.window(width, javaScript, language)) {
			Page page = window.newPage();
			signUp(page, hub.address());
			waitFor(page, activity, slot, width);
			stage.client.post(holder, "/bookings/" + taken + "/cancel", Map.of()).expect(200);
			take(page, width);
			move(page, stage.another(slot, 7000), width);
			page.navigate(hub.address() + "/notices");
			await().until(() -> {
				page.reload();
				return page.locator("main a.panel").count() == 3;
			});
			see(page, "inbox", width);
		}
	}

	private static void waitFor(Page page, String activity, String slot, int width) {
		page.navigate(hub.address() + "/activities/" + activity);
		see(page, "sold-out", width);
		page.locator("input[name=waitFor][value='" + slot + "']").focus();
		page.keyboard().press("Space");
		page.fill("#adults", "2");
		tap(page, "button[formaction$='/wait']");
		assertThat(page.url()).endsWith("/waitlist");
		page.reload();
		assertThat(page.locator("main section").count()).isOne();
		see(page, "waitlist", width);
	}

	private static void take(Page page, int width) {
		await().until(() -> {
			page.reload();
			return page.locator("main a[href^='/offers/']").count() == 1;
		});
		see(page, "waitlist-offer", width);
		tap(page, "main a[href^='/offers/']");
		page.reload();
		see(page, "offer", width);
		tap(page, "form[action$='/accept'] button");
		see(page, "offer-taken", width);
		tap(page, "main a[href^='/bookings/']");
		assertThat(page.locator(".ticket").count()).isOne();
		see(page, "ticket", width);
		scan(page.locator(".ticket").screenshot());
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		scan(page.locator(".ticket").screenshot());
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
	}

	/** What the gate reads from the screen is this ticket, only days too early. */
	private static void scan(byte[] screen) {
		var told = stage.client.post(stage.venue, "/check-ins", Map.of("code", QrReader.read(screen))).expect(409);
		assertThat(told.path("code").asString()).isEqualTo("NOT_ADMITTED_TOO_EARLY");
	}

	private static void move(Page page, String other, int width) {
		tap(page, "a[href$='/move']");
		page.reload();
		see(page, "move", width);
		page.locator("input[value='" + other + "']").focus();
		page.keyboard().press("Space");
		tap(page, "form[action$='/move'] button");
		assertThat(page.locator(".ticket").count()).isOne();
		page.navigate(hub.address() + "/bookings");
		see(page, "bookings", width);
		page.navigate(hub.address() + "/calendar");
		see(page, "calendar", width);
	}

	private static void see(Page page, String what, int width) {
		Sight.of(page, what + "-" + width, width < 600);
	}

}
