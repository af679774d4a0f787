package org.gongyu.account;

import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * What the hub's operators do with accounts in the browser: let an organization in with
 * somebody who works there, give a new password to somebody who forgot theirs.
 */
@Pages
@PreAuthorize("hasRole('OPERATOR')")
class OperatorPages {

	/**
	 * An organization and one of its staff, as they are typed.
	 */
	record StaffForm(@NotBlank @Size(max = 80) @Nullable String organization, @NotNull @Nullable OrganizationKind kind,
			StaffRequest.@NotNull @Nullable Job job, @NotBlank @Size(max = 40) @Nullable String name,
			@NotBlank @Size(max = 254) @Nullable String login,
			@NotBlank @Size(min = 8, max = 128) @Nullable String password) {

		OrganizationRequest asOrganization() {
			return new OrganizationRequest(Objects.requireNonNull(this.kind), text(this.organization).strip());
		}

		StaffRequest asStaff() {
			return new StaffRequest(text(this.login), text(this.password), text(this.name).strip(),
					Objects.requireNonNull(this.job));
		}

	}

	record PasswordForm(@NotBlank @Size(max = 254) @Nullable String login,
			@NotBlank @Size(min = 8, max = 128) @Nullable String password) {
	}

	private final Accounts accounts;

	OperatorPages(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/operator")
	Mono<String> operator(Model model) {
		return shown(model);
	}

	@PostMapping("/operator/staff")
	Mono<Rendering> addStaff(@Valid @ModelAttribute("staff") StaffForm form, BindingResult errors, Model model) {
		return answered(errors, model, "staffAdded",
				Mono.defer(
						() -> this.accounts.addOrganization(form.asOrganization().kind(), form.asOrganization().name())
							.flatMap(id -> this.accounts.addStaff(id, form.asStaff()))));
	}

	@PostMapping("/operator/passwords")
	Mono<Rendering> resetPassword(@Valid @ModelAttribute("reset") PasswordForm form, BindingResult errors,
			Model model) {
		return answered(errors, model, "passwordReset",
				Mono.defer(() -> this.accounts.resetPassword(Login.of(text(form.login())), text(form.password()))));
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
			model.addAttribute("staff", new StaffForm(null, OrganizationKind.VENUE_OPERATOR,
					StaffRequest.Job.VENUE_MANAGER, null, null, null));
		}
		if (!model.containsAttribute("reset")) {
			model.addAttribute("reset", new PasswordForm(null, null));
		}
		model.addAttribute("kinds", OrganizationKind.values());
		model.addAttribute("jobs", StaffRequest.Job.values());
		return this.accounts.organizations()
			.collectList()
			.doOnNext(organizations -> model.addAttribute("organizations", organizations))
			.thenReturn("account/operator");
	}

	private static String text(@Nullable String typed) {
		return Objects.requireNonNull(typed);
	}

}
