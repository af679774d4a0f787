package org.gongyu.browser;

import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at a page as different people see it: light, dark and in large type, with a
 * picture of each, and nothing that axe-core finds wrong (WCAG 2.2 AA).
 */
final class Sight {

	private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	private Sight() {
	}

	/**
	 * With JavaScript only: the rules are checked by a script in the page.
	 * @param what the pictures' name in {@code target/screenshots}
	 */
	static void of(Page page, String what, boolean javaScript) {
		if (!javaScript) {
			shot(page, what);
			return;
		}
		// a colour on its way from one scheme to the other is neither
		page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
		look(page, what);
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		look(page, what + "-dark");
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		page.evaluate("document.documentElement.classList.add('large')");
		look(page, what + "-large");
		page.evaluate("document.documentElement.classList.remove('large')");
	}

	private static void shot(Page page, String what) {
		page.screenshot(
				new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", what + ".png")));
	}

	private static void look(Page page, String what) {
		shot(page, what);
		assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations()).as(what)
			.extracting(rule -> rule.getId() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList())
			.isEmpty();
		assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).as(what)
			.isNotPositive();
	}

}
