package org.gongyu.account;

import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.LocalPath;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * A guardian's children in the browser.
 */
@Pages
@PreAuthorize("hasRole('GUARDIAN')")
class ChildrenPages {

	record ChildForm(@NotBlank @Size(max = 40) @Nullable String name,
			@NotNull @PastOrPresent @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth birthMonth,
			@Nullable SchoolStage schoolStage, @Nullable String next) {

		ChildRequest request() {
			return new ChildRequest(Objects.requireNonNull(this.name), Objects.requireNonNull(this.birthMonth),
					this.schoolStage);
		}

	}

	private final Children children;

	ChildrenPages(Children children) {
		this.children = children;
	}

	@GetMapping("/children")
	Mono<String> list(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable String next,
			Model model) {
		model.addAttribute("form", new ChildForm(null, null, null, next));
		return shown(who, model);
	}

	@PostMapping("/children")
	Mono<Rendering> add(@AuthenticationPrincipal SignedIn who, @Valid @ModelAttribute("form") ChildForm form,
			BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			return shown(who, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
		}
		String next = (form.next() == null || form.next().isEmpty()) ? "/children" : LocalPath.of(form.next());
		return this.children.add(household(who), form.request())
			.flatMap(RefusedError::unless)
			.thenReturn(Rendering.redirectTo(next).status(HttpStatus.SEE_OTHER).build());
	}

	private Mono<String> shown(SignedIn who, Model model) {
		model.addAttribute("stages", SchoolStage.values());
		return this.children.of(household(who))
			.collectList()
			.doOnNext(children -> model.addAttribute("children", children))
			.thenReturn("account/children");
	}

	private static UUID household(SignedIn who) {
		return Objects.requireNonNull(who.household(), "a guardian has a household");
	}

}
