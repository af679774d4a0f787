package org.gongyu.browser;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import org.gongyu.Authenticator;
import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

/**
 * Every page of the hub, as everybody sees it who may: light, dark and in large type, and
 * in English without a Chinese character in it.
 */
class EveryPageBrowserTests {

	/** No pages, or seen by the tests of what leads to them. */
	private static final Set<String> OTHERS = Set.of("/settings", "/my-data/file", "/calendar/{token}",
			"/slots/{id}/release.ics", "/bookings/{id}/ticket", "/bookings/{id}/ticket.ics", "/pictures/{name}",
			"/activities/{id}/seats", "/line/{ticket}/place", "/sign-in/with/{provider}",
			"/sign-in/with/{provider}/back", "/sign-in/code");

	/** What a reader of English would stumble over, besides the way to Chinese. */
	private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}|\\?\\?\\w");

	/** What comes over the wire, the files that a browser may have kept included. */
	private static final String WEIGHT = """
			() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
			  .reduce((sum, each) => sum + each.encodedBodySize, 0)""";

	static Chromium chromium;

	static Hub hub;

	static PageScene scene;

	@BeforeAll
	static void start() {
		chromium = Chromium.start();
		// a line that does not move is a page that stands still
		hub = Hub.start("gongyu.admission.most-turns=0");
		scene = new PageScene(hub);
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

	@ParameterizedTest
	@EnumSource
	void isFitToBeSeen(PageScene.Reader reader) {
		PageClient english = new PageClient(hub.address()).setCookie("gongyu_lang", "en");
		String token = scene.token(reader);
		if (token != null) {
			english.setCookie("gongyu_access", token);
		}
		try (BrowserContext window = window(reader)) {
			Page page = window.newPage();
			assertAll(scene.pages(reader).entrySet().stream().map(each -> () -> {
				String what = "page-" + reader.name().toLowerCase(Locale.ROOT) + "-" + each.getKey();
				assertThat(english.get(each.getValue()).text().replace("中文", "")).as(what + " in English")
					.doesNotContainPattern(CHINESE);
				page.navigate(hub.address() + each.getValue());
				assertThat(page.url()).as(what).endsWith(each.getValue());
				assertThat((Integer) page.evaluate(WEIGHT)).as(what + " in bytes on the first view")
					.isLessThan(150_000);
				Sight.of(page, what, true);
			}));
		}
	}

	private static BrowserContext window(PageScene.Reader reader) {
		// what a worker passes on counts as much as it is unpacked
		BrowserContext window = chromium.window(reader.width(), true, "zh-CN", ServiceWorkerPolicy.BLOCK);
		String token = scene.token(reader);
		if (token != null) {
			window.addCookies(List.of(new Cookie("gongyu_access", token).setUrl(hub.address())));
		}
		return window;
	}

	/** The same page once the password was right, which no address leads to. */
	@Test
	void theSecondFactorIsAskedForInAPageThatIsFitToBeSeen() {
		HubClient client = new HubClient(hub.address());
		Authenticator.of(client, client.signUp("careful@example.org", Stage.PASSWORD, "Zhou"));
		try (BrowserContext window = chromium.window(390, true, "zh-CN")) {
			Page page = window.newPage();
			page.navigate(hub.address() + "/sign-in");
			page.fill("#login", "careful@example.org");
			page.fill("#password", Stage.PASSWORD);
			Taps.tap(page, "main form button");
			page.locator("#code").waitFor();
			Sight.of(page, "page-stranger-sign-in-code", true);
		}
	}

	@Test
	void noPageIsLeftOut() {
		Set<String> missed = new TreeSet<>();
		for (PathPattern pattern : pages()) {
			boolean seen = scene.all()
				.stream()
				.anyMatch(path -> pattern.matches(PathContainer.parsePath(path.replaceAll("\\?.*", ""))));
			if (!seen && !OTHERS.contains(pattern.getPatternString())) {
				missed.add(pattern.getPatternString());
			}
		}
		assertThat(missed).isEmpty();
	}

	private static Collection<PathPattern> pages() {
		Set<PathPattern> pages = new HashSet<>();
		hub.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.keySet()
			.stream()
			.filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.flatMap(info -> info.getPatternsCondition().getPatterns().stream())
			.filter(pattern -> !pattern.getPatternString().startsWith("/api/")
					&& !pattern.getPatternString().startsWith("/v3/"))
			.forEach(pages::add);
		return pages;
	}

}
