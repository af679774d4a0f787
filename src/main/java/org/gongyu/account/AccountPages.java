package org.gongyu.account;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * One's own account in the browser: on which devices it is signed in, and its password.
 */
@Pages
class AccountPages {

	/**
	 * A new password as it is typed; what was typed is never sent back.
	 */
	record PasswordForm(@NotBlank @Size(max = 128) @Nullable String present,
			@NotBlank @Size(min = 8, max = 128) @Nullable String next) {
	}

	record WorkForm(UUID organization) {
	}

	private final Accounts accounts;

	private final SignIns signIns;

	private final TokenCookies cookies;

	private final ProviderLinks links;

	private final HubProperties hub;

	AccountPages(Accounts accounts, SignIns signIns, TokenCookies cookies, ProviderLinks links, HubProperties hub) {
		this.links = links;
		this.accounts = accounts;
		this.signIns = signIns;
		this.cookies = cookies;
		this.hub = hub;
	}

	@GetMapping("/account")
	Mono<Rendering> account(@AuthenticationPrincipal SignedIn who, ServerWebExchange exchange, Model model) {
		return shown(who, exchange, model, HttpStatus.OK);
	}

	@PostMapping("/account/password")
	Mono<Rendering> changePassword(@AuthenticationPrincipal SignedIn who,
			@Valid @ModelAttribute("form") PasswordForm form, BindingResult errors, ServerWebExchange exchange,
			Model model) {
		if (errors.hasErrors()) {
			return shown(who, exchange, model, HttpStatus.BAD_REQUEST);
		}
		return this.accounts
			.changePassword(who, String.valueOf(form.present()), String.valueOf(form.next()),
					this.cookies.refresh(exchange))
			.flatMap(outcome -> told(who, outcome, exchange, model));
	}

	/**
	 * From now on the person acts for this organization on this device.
	 */
	@PostMapping("/account/organization")
	Mono<Rendering> actFor(@AuthenticationPrincipal SignedIn who, @ModelAttribute("work") WorkForm form,
			ServerWebExchange exchange) {
		return this.signIns.actFor(who.account(), form.organization(), String.valueOf(this.cookies.refresh(exchange)))
			.flatMap(RefusedError::unless)
			.doOnNext(pair -> this.cookies.set(exchange, pair))
			.thenReturn(back());
	}

	@PostMapping("/account/sign-ins/{id}/end")
	Mono<Rendering> end(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.signIns.end(who.account(), id).thenReturn(back());
	}

	@PostMapping("/account/sign-ins/end-others")
	Mono<Rendering> endOthers(@AuthenticationPrincipal SignedIn who, ServerWebExchange exchange) {
		return this.signIns.endOthers(who.account(), this.cookies.refresh(exchange)).thenReturn(back());
	}

	private Mono<Rendering> told(SignedIn who, Outcome<UUID> outcome, ServerWebExchange exchange, Model model) {
		return outcome.fold(done -> {
			model.addAttribute("done", true);
			return shown(who, exchange, model, HttpStatus.OK);
		}, refusal -> {
			model.addAttribute("refusal", refusal);
			return shown(who, exchange, model, HttpStatus.valueOf(refusal.status()));
		});
	}

	private Mono<Rendering> shown(SignedIn who, ServerWebExchange exchange, Model model, HttpStatus status) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new PasswordForm(null, null));
		}
		model.addAttribute("zone", this.hub.zone());
		model.addAttribute("current", this.signIns.current(this.cookies.refresh(exchange)));
		return this.signIns.of(who.account())
			.collectList()
			.doOnNext(signIns -> model.addAttribute("signIns", signIns))
			.then(this.links.of(who.account()).collectList())
			.doOnNext(links -> model.addAttribute("links", links))
			.then(this.signIns.affiliations(who.account()))
			.doOnNext(affiliations -> model.addAttribute("affiliations", affiliations))
			.thenReturn(Rendering.view("account/account").status(status).build());
	}

	private static Rendering back() {
		return Rendering.redirectTo("/account").status(HttpStatus.SEE_OTHER).build();
	}

}
