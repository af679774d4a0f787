package org.gongyu.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.QrCode;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
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
 * The second factor of one's own account in the browser: scan, type the first code, done.
 */
@Pages
class SecondFactorPages {

	record AppForm(@Nullable String code) {

		String text() {
			return Objects.requireNonNullElse(this.code, "");
		}

	}

	private final SecondFactor secondFactor;

	private final AccountRows rows;

	SecondFactorPages(SecondFactor secondFactor, AccountRows rows) {
		this.secondFactor = secondFactor;
		this.rows = rows;
	}

	@GetMapping("/account/second-factor")
	Mono<Rendering> state(@AuthenticationPrincipal SignedIn who, Model model) {
		return shown(who, model, HttpStatus.OK);
	}

	@PostMapping("/account/second-factor")
	Mono<Rendering> begin(@AuthenticationPrincipal SignedIn who, Model model) {
		return this.rows.login(who.account())
			.flatMap(login -> this.secondFactor.begin(who, login.value()))
			.flatMap(RefusedError::unless)
			.doOnNext(enrolment -> model.addAttribute("secret", enrolment.secret()))
			.doOnNext(enrolment -> model.addAttribute("picture", picture(enrolment.uri())))
			.then(Mono.defer(() -> shown(who, model, HttpStatus.OK)));
	}

	@PostMapping("/account/second-factor/confirm")
	Mono<Rendering> confirm(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") AppForm form, Model model) {
		return this.secondFactor.confirm(who, form.text()).flatMap(outcome -> told(who, outcome, model));
	}

	@PostMapping("/account/second-factor/off")
	Mono<Rendering> turnOff(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") AppForm form, Model model) {
		return this.secondFactor.turnOff(who, form.text()).flatMap(outcome -> told(who, outcome, model));
	}

	private static String picture(String uri) {
		byte[] svg = QrCode.of(uri).svg().getBytes(StandardCharsets.UTF_8);
		return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
	}

	private Mono<Rendering> told(SignedIn who, Outcome<Boolean> outcome, Model model) {
		Refusal refusal = outcome.<@Nullable Refusal>fold(done -> null, each -> each);
		model.addAttribute("refusal", refusal);
		return shown(who, model, (refusal != null) ? HttpStatus.valueOf(refusal.status()) : HttpStatus.OK);
	}

	private Mono<Rendering> shown(SignedIn who, Model model, HttpStatus status) {
		return this.secondFactor.isOn(who.account())
			.doOnNext(on -> model.addAttribute("on", on))
			.thenReturn(Rendering.view("account/second-factor").status(status).build());
	}

}
