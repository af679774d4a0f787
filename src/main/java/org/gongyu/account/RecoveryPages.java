package org.gongyu.account;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Codes to logins in the browser: a new password for who forgot theirs, and the proof
 * that a login is one's own.
 */
@Pages
class RecoveryPages {

	record ResetForm(@Nullable String login, @Nullable String code, @Nullable String password) {
	}

	record CodeForm(@Nullable String code) {
	}

	private final Recovery recovery;

	RecoveryPages(Recovery recovery) {
		this.recovery = recovery;
	}

	@GetMapping("/forgot")
	String forgot(Model model) {
		model.addAttribute("form", new ResetForm(null, null, null));
		return "account/forgot";
	}

	@PostMapping("/forgot")
	Mono<Rendering> send(@ModelAttribute("form") ResetForm form, Locale locale, Model model) {
		return answered(() -> this.recovery.forgot(text(form.login()), locale), "account/forgot", model, done -> {
		}).map(page -> model.containsAttribute("refusal") ? page : Rendering.view("account/reset").build());
	}

	@PostMapping("/forgot/reset")
	Mono<Rendering> reset(@ModelAttribute("form") ResetForm form, Model model) {
		return answered(() -> this.recovery.reset(text(form.login()), text(form.code()), text(form.password())),
				"account/reset", model, done -> model.addAttribute("done", true));
	}

	@GetMapping("/account/verification")
	Mono<String> verification(@AuthenticationPrincipal SignedIn who, Model model) {
		return this.recovery.isVerified(who)
			.doOnNext(verified -> model.addAttribute("verified", verified))
			.thenReturn("account/verification");
	}

	@PostMapping("/account/verification")
	Mono<Rendering> sendCode(@AuthenticationPrincipal SignedIn who, Locale locale, Model model) {
		model.addAttribute("verified", false);
		return answered(() -> this.recovery.sendCode(who, locale), "account/verification", model,
				done -> model.addAttribute("sent", true));
	}

	@PostMapping("/account/verification/code")
	Mono<Rendering> verify(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") CodeForm form, Model model) {
		model.addAttribute("verified", false);
		model.addAttribute("sent", true);
		return answered(() -> this.recovery.verify(who, text(form.code())), "account/verification", model,
				done -> model.addAttribute("verified", true));
	}

	private static <T> Mono<Rendering> answered(Supplier<Mono<Outcome<T>>> work, String view, Model model,
			Consumer<T> done) {
		return Mono.defer(work).map(outcome -> outcome.fold(value -> {
			done.accept(value);
			return Rendering.view(view).build();
		}, refusal -> refused(view, refusal, model)))
			.onErrorResume(InvalidInput.class, typo -> Mono.just(refused(view, AccountRefusal.BAD_LOGIN, model)));
	}

	private static Rendering refused(String view, Refusal refusal, Model model) {
		model.addAttribute("refusal", refusal);
		return Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build();
	}

	private static String text(@Nullable String typed) {
		return Objects.requireNonNullElse(typed, "");
	}

}
