package org.gongyu.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.gongyu.Hub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A guardian decides about a child's data in the browser: says no, says yes, takes a file
 * along, and deletes everything.
 */
class MyDataBrowserTests {

	private static final String PASSWORD = "correct horse";

	static Chromium chromium;

	static Hub hub;

	@BeforeAll
	static void start() {
		chromium = Chromium.start();
		hub = Hub.start();
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
	void fromConsentToDeletion(int width, boolean javaScript) throws IOException {
		try (BrowserContext window = chromium.window(width, javaScript, "zh-CN")) {
			Page page = window.newPage();
			page.navigate(hub.address() + "/sign-up");
			page.fill("#name", "林妈妈");
			page.fill("#login", "data" + width + "@example.org");
			page.fill("#password", PASSWORD);
			tap(page, "main form button");
			decide(page, width);
			take(page, width);
			delete(page, width);
		}
	}

	private static void decide(Page page, int width) {
		page.navigate(hub.address() + "/children");
		shot(page, "consent", width);
		Locator answers = page.locator("main .btn-choice");
		assertThat(answers.nth(0).boundingBox().width).isEqualTo(answers.nth(1).boundingBox().width);
		assertThat(answers.nth(0).boundingBox().height).isEqualTo(answers.nth(1).boundingBox().height);
		answers.nth(1).click(new Locator.ClickOptions().setForce(true));
		assertThat(page.locator("main").textContent()).contains("你选择了不同意");
		page.fill("#name", "小禾");
		page.fill("#birthMonth", "2018-05");
		page.locator("main .btn-choice").nth(0).click(new Locator.ClickOptions().setForce(true));
		assertThat(page.locator("main li").textContent()).contains("小禾");
		page.navigate(hub.address() + "/consents");
		shot(page, "consents", width);
	}

	private static void take(Page page, int width) throws IOException {
		page.navigate(hub.address() + "/my-data");
		shot(page, "my-data", width);
		assertThat(page.locator("main").textContent()).contains("小禾", "林妈妈");
		Download download = page.waitForDownload(() -> tap(page, "a[download]"));
		Path file = Files.createTempFile("my-data", ".json");
		download.saveAs(file);
		assertThat(Files.readString(file)).contains("小禾", "REGISTER_CHILD");
		Files.delete(file);
	}

	private static void delete(Page page, int width) {
		tap(page, "details summary");
		page.fill("#password", PASSWORD);
		shot(page, "delete", width);
		tap(page, "form[action$='/my-data/delete'] button");
		assertThat(page.locator("h1").textContent()).contains("已注销");
		shot(page, "deleted", width);
		page.navigate(hub.address() + "/my-data");
		assertThat(page.url()).contains("/sign-in");
	}

	private static void tap(Page page, String what) {
		page.locator(what).first().click(new Locator.ClickOptions().setForce(true));
	}

	private static void shot(Page page, String what, int width) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(Path.of("target/screenshots", what + "-" + width + ".png")));
	}

}
