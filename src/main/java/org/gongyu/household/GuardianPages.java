package org.gongyu.household;

import org.gongyu.account.Browser;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.Pages;
import org.gongyu.platform.PublicAddress;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The guardians of a household in the browser, and the page behind an invitation's link.
 */
@Pages
class GuardianPages {

	private final Guardians guardians;

	private final Browser browser;

	private final PublicAddress address;

	GuardianPages(Guardians guardians, Browser browser, PublicAddress address) {
		this.address = address;
		this.guardians = guardians;
		this.browser = browser;
	}

	@GetMapping("/guardians")
	Mono<String> guardians(@AuthenticationPrincipal SignedIn who, Model model) {
		return this.guardians.of(who)
			.doOnNext(all -> model.addAttribute("guardians", all))
			.thenReturn("household/guardians");
	}

	/**
	 * Shows a fresh link, this once.
	 */
	@PostMapping("/guardians/invitations")
	Mono<String> invite(@AuthenticationPrincipal SignedIn who, ServerWebExchange exchange, Model model) {
		return this.guardians.invite(who)
			.flatMap(RefusedError::unless)
			.doOnNext(token -> model.addAttribute("link", this.address.of(exchange, "/guardians/join/" + token)))
			.then(Mono.defer(() -> guardians(who, model)));
	}

	@GetMapping("/guardians/join/{token}")
	Mono<String> invitation(@PathVariable String token, Model model) {
		model.addAttribute("token", token);
		return this.guardians.inviting(token)
			.flatMap(RefusedError::unless)
			.doOnNext(all -> model.addAttribute("guardians", all))
			.thenReturn("household/join");
	}

	@PostMapping("/guardians/join/{token}")
	Mono<Rendering> accept(@AuthenticationPrincipal SignedIn who, @PathVariable String token,
			ServerWebExchange exchange) {
		return this.guardians.accept(who, token)
			.flatMap(RefusedError::unless)
			.then(Mono.defer(() -> this.browser.renew(exchange)))
			.thenReturn(Rendering.redirectTo("/guardians").status(HttpStatus.SEE_OTHER).build());
	}

}
