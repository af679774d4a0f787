package org.gongyu.household;

import org.gongyu.account.SignedIn;
import org.gongyu.organization.Organizations;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.LocalPath;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * A household's consents in the browser: what each is for, what happens without it, and
 * two answers of the same size.
 */
@Pages
class ConsentPages {

	record AnswerForm(int version, boolean given, @Nullable String next) {
	}

	private final Consents consents;

	private final Organizations organizations;

	private final HubProperties hub;

	ConsentPages(Consents consents, Organizations organizations, HubProperties hub) {
		this.consents = consents;
		this.organizations = organizations;
		this.hub = hub;
	}

	@GetMapping("/consents")
	Mono<String> consents(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable String next,
			Model model) {
		model.addAttribute("next", next);
		model.addAttribute("zone", this.hub.zone());
		return this.consents.of(Household.of(who))
			.doOnNext(consents -> model.addAttribute("consents", consents))
			.then(this.organizations.childDataOfficers())
			.doOnNext(officers -> model.addAttribute("officers", officers))
			.thenReturn("household/consents");
	}

	@PostMapping("/consents/{purpose}")
	Mono<Rendering> answer(@AuthenticationPrincipal SignedIn who, @PathVariable ConsentPurpose purpose,
			@ModelAttribute("form") AnswerForm form) {
		String next = form.next();
		String back = (next == null || next.isEmpty()) ? "/consents" : LocalPath.of(next);
		return this.consents.answer(who, purpose, form.version(), form.given())
			.flatMap(RefusedError::unless)
			.thenReturn(Rendering.redirectTo(back).status(HttpStatus.SEE_OTHER).build());
	}

}
