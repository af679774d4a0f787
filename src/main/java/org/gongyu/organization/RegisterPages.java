package org.gongyu.organization;

import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The form with which somebody brings an organization in.
 */
@Pages
class RegisterPages {

	record OrganizationForm(@NotBlank @Size(max = 80) @Nullable String name, @NotNull @Nullable OrganizationKind kind) {

		OrganizationRequest request() {
			return new OrganizationRequest(Objects.requireNonNull(this.kind), Objects.requireNonNull(this.name));
		}

	}

	private final Organizations organizations;

	RegisterPages(Organizations organizations) {
		this.organizations = organizations;
	}

	@GetMapping("/organizations/new")
	Rendering form(Model model) {
		model.addAttribute("form", new OrganizationForm(null, OrganizationKind.SCHOOL));
		return shown(model, HttpStatus.OK);
	}

	@PostMapping("/organizations/new")
	Mono<Rendering> register(@AuthenticationPrincipal SignedIn who,
			@Valid @ModelAttribute("form") OrganizationForm form, BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			return Mono.just(shown(model, HttpStatus.BAD_REQUEST));
		}
		return this.organizations.register(who, form.request())
			.map(outcome -> outcome.fold(id -> Rendering.redirectTo("/account").status(HttpStatus.SEE_OTHER).build(),
					refusal -> refused(model, refusal)));
	}

	private static Rendering refused(Model model, Refusal refusal) {
		model.addAttribute("refusal", refusal);
		return shown(model, HttpStatus.valueOf(refusal.status()));
	}

	private static Rendering shown(Model model, HttpStatus status) {
		model.addAttribute("kinds", OrganizationKind.values());
		return Rendering.view("organization/register").status(status).build();
	}

}
