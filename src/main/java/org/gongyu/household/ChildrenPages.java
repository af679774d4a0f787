package org.gongyu.household;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.LocalPath;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * A guardian's children in the browser.
 */
@Pages
class ChildrenPages {

	record ChildForm(@Nullable UUID id, @NotBlank @Size(max = 40) @Nullable String name,
			@NotNull @PastOrPresent @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth birthMonth,
			@Nullable SchoolStage schoolStage, @Nullable @Size(max = 60) String school,
			@Nullable @Size(max = 20) String schoolClass, @Nullable Set<AccessNeed> needs, @Nullable Integer consent,
			@Nullable String next) {

		static ChildForm empty(@Nullable String next) {
			return new ChildForm(null, null, null, null, null, null, null, null, next);
		}

		static ChildForm of(Child child) {
			return new ChildForm(child.id(), child.name(), child.birthMonth(), child.schoolStage(), child.school(),
					child.schoolClass(), child.needs(), null, null);
		}

		ChildRequest request() {
			return new ChildRequest(Objects.requireNonNull(this.name), Objects.requireNonNull(this.birthMonth),
					this.schoolStage, this.school, this.schoolClass, this.needs, this.consent);
		}

	}

	private final Children children;

	private final Consents consents;

	ChildrenPages(Children children, Consents consents) {
		this.children = children;
		this.consents = consents;
	}

	@GetMapping("/children")
	Mono<String> list(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable String next,
			Model model) {
		model.addAttribute("form", ChildForm.empty(next));
		return shown(who, model);
	}

	@PostMapping("/children")
	Mono<Rendering> add(@AuthenticationPrincipal SignedIn who, @Valid @ModelAttribute("form") ChildForm form,
			BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			return shown(who, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
		}
		String next = (form.next() == null || form.next().isEmpty()) ? "/children" : LocalPath.of(form.next());
		return kept(who, form.id(), form).flatMap(outcome -> outcome.fold(child -> Mono.just(to(next)), refusal -> {
			model.addAttribute("refusal", refusal);
			return shown(who, model)
				.map(view -> Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build());
		})).onErrorResume(InvalidInput.class, typo -> {
			errors.rejectValue("birthMonth", "invalid.birthMonth");
			return shown(who, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
		});
	}

	/**
	 * The form with a child to be corrected.
	 */
	@GetMapping("/children/{id}")
	Mono<String> one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		return this.children.find(Household.of(who), id)
			.switchIfEmpty(Mono.error(() -> RefusedError.of(HouseholdRefusal.NO_SUCH_CHILD)))
			.doOnNext(child -> model.addAttribute("form", ChildForm.of(child)))
			.then(Mono.defer(() -> shown(who, model)));
	}

	@PostMapping("/children/{id}/remove")
	Mono<Rendering> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.children.remove(who, id).thenReturn(to("/children"));
	}

	private Mono<Outcome<Child>> kept(SignedIn who, @Nullable UUID id, ChildForm form) {
		return Mono.defer(() -> (id != null) ? this.children.change(who, id, form.request())
				: this.children.add(who, form.request()));
	}

	private static Rendering to(String path) {
		return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
	}

	private Mono<String> shown(SignedIn who, Model model) {
		model.addAttribute("stages", SchoolStage.values());
		model.addAttribute("allNeeds", AccessNeed.values());
		return this.consents.of(Household.of(who))
			.doOnNext(consents -> model.addAttribute("asked", consents.get(0)))
			.then(list(who, model));
	}

	private Mono<String> list(SignedIn who, Model model) {
		return this.children.of(Household.of(who))
			.collectList()
			.doOnNext(children -> model.addAttribute("children", children))
			.thenReturn("household/children");
	}

}
