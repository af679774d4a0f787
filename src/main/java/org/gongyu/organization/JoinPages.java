package org.gongyu.organization;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The page behind an invitation's link. Whoever opens it signs in or up first and comes
 * back here.
 */
@Pages
class JoinPages {

	private final Memberships memberships;

	JoinPages(Memberships memberships) {
		this.memberships = memberships;
	}

	@GetMapping("/join/{token}")
	Mono<String> invitation(@PathVariable String token, Model model) {
		return this.memberships.find(token)
			.flatMap(RefusedError::unless)
			.doOnNext(invitation -> model.addAttribute("invitation", invitation))
			.doOnNext(invitation -> model.addAttribute("token", token))
			.thenReturn("organization/join");
	}

	/**
	 * Accepts, and goes on to choose for whom the person acts.
	 */
	@PostMapping("/join/{token}")
	Mono<Rendering> accept(@AuthenticationPrincipal SignedIn who, @PathVariable String token) {
		return this.memberships.accept(who, token)
			.flatMap(RefusedError::unless)
			.thenReturn(Rendering.redirectTo("/account").status(HttpStatus.SEE_OTHER).build());
	}

}
