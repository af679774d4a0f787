package org.gongyu.organization;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.gongyu.account.Role;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.PublicAddress;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The people of the organization for which one acts, in the browser.
 */
@Pages
class OrganizationPages {

	record RolesForm(Set<Role> roles) {

		RolesForm {
			roles = (roles != null) ? roles : Set.of();
		}

	}

	private final Memberships memberships;

	private final Organizations organizations;

	private final HubProperties hub;

	private final PublicAddress address;

	OrganizationPages(Memberships memberships, Organizations organizations, HubProperties hub, PublicAddress address) {
		this.address = address;
		this.memberships = memberships;
		this.organizations = organizations;
		this.hub = hub;
	}

	@GetMapping("/organization")
	Mono<Rendering> organization(@AuthenticationPrincipal SignedIn who, Model model) {
		return shown(who, model, HttpStatus.OK);
	}

	@PostMapping("/organization/invitations")
	Mono<Rendering> invite(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") RolesForm form,
			ServerWebExchange exchange, Model model) {
		return this.memberships.invite(who, form.roles()).flatMap(outcome -> told(who, outcome.map(invited -> {
			model.addAttribute("link", this.address.of(exchange, "/join/" + invited.token()));
			return invited;
		}), model));
	}

	@PostMapping("/organization/invitations/{id}/withdraw")
	Mono<Rendering> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.memberships.withdraw(who, id).thenReturn(back());
	}

	@PostMapping("/organization/members/{account}")
	Mono<Rendering> change(@AuthenticationPrincipal SignedIn who, @PathVariable UUID account,
			@ModelAttribute("form") RolesForm form, Model model) {
		return this.memberships.change(who, account, form.roles()).flatMap(outcome -> told(who, outcome, model));
	}

	@PostMapping("/organization/members/{account}/remove")
	Mono<Rendering> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID account, Model model) {
		return this.memberships.remove(who, account).flatMap(outcome -> told(who, outcome, model));
	}

	private Mono<Rendering> told(SignedIn who, Outcome<?> outcome, Model model) {
		return outcome.fold(done -> shown(who, model, HttpStatus.OK), refusal -> refused(who, refusal, model));
	}

	private Mono<Rendering> refused(SignedIn who, Refusal refusal, Model model) {
		model.addAttribute("refusal", refusal);
		return shown(who, model, HttpStatus.valueOf(refusal.status()));
	}

	private Mono<Rendering> shown(SignedIn who, Model model, HttpStatus status) {
		model.addAttribute("zone", this.hub.zone());
		UUID own = Objects.requireNonNull(who.organization());
		return this.organizations.find(own)
			.flatMap(RefusedError::unless)
			.doOnNext(organization -> model.addAttribute("organization", organization))
			.then(this.memberships.members(who))
			.doOnNext(members -> model.addAttribute("members", members))
			.then(this.memberships.invitations(who))
			.doOnNext(invitations -> model.addAttribute("invitations", invitations))
			.thenReturn(Rendering.view("organization/organization").status(status).build());
	}

	private static Rendering back() {
		return Rendering.redirectTo("/organization").status(HttpStatus.SEE_OTHER).build();
	}

}
