package org.gongyu.organization;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.account.Accounts;
import org.gongyu.account.Role;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Outcome;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * What the hub's operators do with accounts in the browser: let an organization in with
 * somebody who works there, give a new password to somebody who forgot theirs.
 */
@Pages
class OperatorPages {

	/**
	 * An organization and one of its staff, as they are typed.
	 */
	record StaffForm(@NotBlank @Size(max = 80) @Nullable String organization, @NotNull @Nullable OrganizationKind kind,
			@NotNull @Nullable Role job, @NotBlank @Size(max = 40) @Nullable String name,
			@NotBlank @Size(max = 254) @Nullable String login,
			@NotBlank @Size(min = 8, max = 128) @Nullable String password) {
	}

	record PasswordForm(@NotBlank @Size(max = 254) @Nullable String login,
			@NotBlank @Size(min = 8, max = 128) @Nullable String password) {
	}

	private final Accounts accounts;

	private final Organizations organizations;

	OperatorPages(Accounts accounts, Organizations organizations) {
		this.accounts = accounts;
		this.organizations = organizations;
	}

	@GetMapping("/operator")
	Mono<String> operator(Model model) {
		return shown(model);
	}

	@PostMapping("/operator/staff")
	Mono<Rendering> addStaff(@AuthenticationPrincipal SignedIn who, @Valid @ModelAttribute("staff") StaffForm form,
			BindingResult errors, Model model) {
		return answered(errors, model, "staffAdded",
				Mono.defer(() -> this.organizations
					.add(who.actor(), Objects.requireNonNull(form.kind()), text(form.organization()).strip())
					.flatMap(outcome -> outcome.then(id -> this.organizations.addStaff(who.actor(), id,
							text(form.login()), text(form.password()), text(form.name()).strip(),
							Set.of(Objects.requireNonNull(form.job())))))));
	}

	@PostMapping("/operator/organizations/{id}/verify")
	Mono<Rendering> verify(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		return this.organizations.verify(who, id, null).flatMap(outcome -> told(outcome, model, "verified"));
	}

	@PostMapping("/operator/passwords")
	Mono<Rendering> resetPassword(@AuthenticationPrincipal SignedIn who,
			@Valid @ModelAttribute("reset") PasswordForm form, BindingResult errors, Model model) {
		return answered(errors, model, "passwordReset",
				Mono.defer(() -> this.accounts.resetPassword(who.actor(), text(form.login()), text(form.password()))));
	}

	private <T> Mono<Rendering> answered(BindingResult errors, Model model, String done, Mono<Outcome<T>> change) {
		if (errors.hasErrors()) {
			return shown(model, HttpStatus.BAD_REQUEST);
		}
		return change.flatMap(outcome -> told(outcome, model, done)).onErrorResume(InvalidInput.class, typo -> {
			errors.rejectValue("login", "invalid.login");
			return shown(model, HttpStatus.BAD_REQUEST);
		});
	}

	private <T> Mono<Rendering> told(Outcome<T> outcome, Model model, String done) {
		Refusal refusal = outcome.<@Nullable Refusal>fold(ignored -> null, each -> each);
		model.addAttribute("refusal", refusal);
		model.addAttribute("done", (refusal == null) ? done : null);
		return shown(model, (refusal != null) ? HttpStatus.valueOf(refusal.status()) : HttpStatus.OK);
	}

	private Mono<Rendering> shown(Model model, HttpStatus status) {
		return shown(model).map(view -> Rendering.view(view).status(status).build());
	}

	private Mono<String> shown(Model model) {
		if (!model.containsAttribute("staff")) {
			model.addAttribute("staff",
					new StaffForm(null, OrganizationKind.VENUE_OPERATOR, Role.VENUE_MANAGER, null, null, null));
		}
		if (!model.containsAttribute("reset")) {
			model.addAttribute("reset", new PasswordForm(null, null));
		}
		model.addAttribute("kinds", OrganizationKind.values());
		model.addAttribute("jobs", EnumSet.complementOf(EnumSet.of(Role.GUARDIAN)));
		return this.organizations.all()
			.collectList()
			.doOnNext(organizations -> model.addAttribute("organizations", organizations))
			.doOnNext(organizations -> model.addAttribute("waiting",
					organizations.stream().filter(each -> !each.verified()).toList()))
			.then(this.organizations.founders())
			.doOnNext(founders -> model.addAttribute("founders", founders))
			.thenReturn("organization/operator");
	}

	private static String text(@Nullable String typed) {
		return Objects.requireNonNull(typed);
	}

}
