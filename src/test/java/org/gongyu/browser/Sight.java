package org.gongyu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at a page as different people see it: light, dark and in large type, with a
 * picture of each, nothing that axe-core finds wrong (WCAG 2.2 AA), nothing that runs
 * over the edge, and every control large enough for a thumb.
 */
final class Sight {

	private static final Object ALL_RULES = Map.of("type", "tag", "values",
			List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));

	/** What a scheme or a size can break; all else is the same page. */
	private static final Object LOOKS = Map.of("type", "rule", "values",
			List.of("color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"));

	private static final String AXE = axe();

	private static final String VIOLATIONS = """
			rules => axe.run(document, {runOnly: rules})
			  .then(found => found.violations.map(rule => rule.id + ' ' + rule.nodes.map(node => node.html).join(' ')))""";

	/** Links within a sentence may be as high as it (WCAG 2.5.8). */
	private static final String SMALL = """
			() => [...document.querySelectorAll('a, button, select, textarea, summary, input:not([type=hidden])')]
			  .map(each => each.closest('label') ?? each)
			  .filter(each => each.checkVisibility() && !each.closest('.visually-hidden, .skip') && getComputedStyle(each).display !== 'inline')
			  .filter(each => { const box = each.getBoundingClientRect(); return box.height < 43.5 || box.width < 43.5; })
			  .map(each => each.outerHTML.slice(0, 120))""";

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
		page.evaluate(AXE);
		look(page, what, ALL_RULES);
		assertThat((List<?>) page.evaluate(SMALL)).as(what + ": smaller than 44 px").isEmpty();
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		look(page, what + "-dark", LOOKS);
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		page.evaluate("document.documentElement.classList.add('large')");
		look(page, what + "-large", LOOKS);
		narrow(page, what);
		page.evaluate("document.documentElement.classList.remove('large')");
	}

	/** The smallest phone, in large type; half of a desk's width is as much. */
	private static void narrow(Page page, String what) {
		var size = page.viewportSize();
		page.setViewportSize(320, 640);
		nothingRunsOver(page, what + " at 320 px");
		page.setViewportSize(size.width, size.height);
	}

	private static void shot(Page page, String what) {
		page.screenshot(
				new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", what + ".png")));
	}

	private static void look(Page page, String what, Object rules) {
		shot(page, what);
		assertThat((List<?>) page.evaluate(VIOLATIONS, rules)).as(what).isEmpty();
		nothingRunsOver(page, what);
	}

	private static void nothingRunsOver(Page page, String what) {
		assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).as(what)
			.isNotPositive();
	}

	private static String axe() {
		try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
			return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
