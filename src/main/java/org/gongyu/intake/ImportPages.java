package org.gongyu.intake;

import java.util.Locale;

import jakarta.validation.Valid;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Problems;
import org.gongyu.platform.Refusal;
import org.gongyu.venue.VenueKind;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The import of venues in the browser. The hub keeps no file between preview and import:
 * the file is sent again, and judged again.
 */
@Pages
@RequestMapping("/desk/import")
class ImportPages {

	private static final String VIEW = "intake/import";

	private final Imports imports;

	private final Problems problems;

	ImportPages(Imports imports, Problems problems) {
		this.imports = imports;
		this.problems = problems;
	}

	@GetMapping
	Mono<Rendering> form() {
		return Mono.just(page().build());
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<Rendering> run(@AuthenticationPrincipal SignedIn who, @Valid @ModelAttribute("upload") ImportUpload upload,
			BindingResult errors, Locale locale) {
		if (errors.hasErrors()) {
			return Mono.just(again(HttpStatus.BAD_REQUEST, this.problems.text(locale, "import.invalid")));
		}
		return this.imports.run(who, upload, locale)
			.map(outcome -> outcome.fold(ImportPages::shown, refusal -> refused(refusal, locale)))
			.onErrorResume(InvalidInput.class,
					ignored -> Mono.just(again(HttpStatus.BAD_REQUEST, this.problems.text(locale, "import.invalid"))));
	}

	private static Rendering shown(ImportReport report) {
		return page().modelAttribute("report", report).build();
	}

	private Rendering refused(Refusal refusal, Locale locale) {
		return again(HttpStatus.valueOf(refusal.status()),
				this.problems.text(locale, "refusal." + refusal.code(), refusal.args()));
	}

	private static Rendering again(HttpStatus status, String problem) {
		return page().status(status).modelAttribute("problem", problem).build();
	}

	private static Rendering.Builder<?> page() {
		return Rendering.view(VIEW).modelAttribute("kinds", VenueKind.values());
	}

}
