package org.gongyu.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium, driven by Playwright. Tests are skipped where it is not installed.
 */
final class Chromium implements AutoCloseable {

	private static final List<Path> PLACES = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"),
			Path.of("/usr/bin/google-chrome"));

	private final Playwright playwright;

	private final Browser browser;

	private Chromium(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	static Chromium start() {
		Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
		Assumptions.assumeTrue(program != null, "Chromium is not installed");
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		Browser browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
		return new Chromium(playwright, browser);
	}

	/**
	 * Somebody's browser window.
	 */
	BrowserContext window(int width, boolean javaScript, String language) {
		return window(width, javaScript, language, ServiceWorkerPolicy.ALLOW);
	}

	/**
	 * A window whose pages may keep something for themselves, or not.
	 */
	BrowserContext window(int width, boolean javaScript, String language, ServiceWorkerPolicy workers) {
		BrowserContext context = this.browser
			.newContext(new Browser.NewContextOptions().setViewportSize(width, (width < 600) ? 844 : 900)
				.setLocale(language)
				.setServiceWorkers(workers)
				.setJavaScriptEnabled(javaScript));
		context.setDefaultTimeout(10_000);
		return context;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
