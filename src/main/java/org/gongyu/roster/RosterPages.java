package org.gongyu.roster;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Rosters at the venue's desk, on the screen and as files.
 */
@Pages
class RosterPages {

	private final Rosters rosters;

	private final RosterExports exports;

	private final RosterFile file;

	RosterPages(Rosters rosters, RosterExports exports, RosterFile file) {
		this.rosters = rosters;
		this.exports = exports;
		this.file = file;
	}

	@GetMapping("/desk/slots/{id}/roster")
	Mono<String> roster(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		return this.rosters.see(who, id, AuditAction.ROSTER_SEEN)
			.flatMap(RefusedError::unless)
			.doOnNext(roster -> model.addAttribute("roster", roster))
			.then(this.exports.open(id))
			.doOnNext(exports -> model.addAttribute("exports", exports))
			.thenReturn("roster/roster");
	}

	@PostMapping("/desk/slots/{id}/roster/exports")
	Mono<Rendering> request(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.exports.request(who, id).flatMap(RefusedError::unless).thenReturn(to(id));
	}

	@PostMapping("/desk/roster-exports/{export}/approve")
	Mono<Rendering> approve(@AuthenticationPrincipal SignedIn who, @PathVariable UUID export) {
		return this.exports.approve(who, export).flatMap(RefusedError::unless).map(done -> to(done.slot()));
	}

	/**
	 * A form, not a link: it uses the export up.
	 */
	@PostMapping("/desk/roster-exports/{export}/file")
	Mono<ResponseEntity<byte[]>> file(@AuthenticationPrincipal SignedIn who, @PathVariable UUID export, Locale locale) {
		return this.exports.fetch(who, export)
			.flatMap(RefusedError::unless)
			.map(roster -> ResponseEntity.ok()
				.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
				.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"roster.csv\"")
				.header(HttpHeaders.CACHE_CONTROL, "no-store")
				.body(this.file.of(roster, locale).getBytes(StandardCharsets.UTF_8)));
	}

	private static Rendering to(UUID slot) {
		return Rendering.redirectTo("/desk/slots/" + slot + "/roster").status(HttpStatus.SEE_OTHER).build();
	}

}
