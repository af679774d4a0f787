package org.gongyu.household;

import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Care vouchers in the browser: redeemed by families, handed out by those who look after
 * them.
 */
@Pages
class VoucherPages {

	record CodeForm(@Nullable String code) {
	}

	private final Vouchers vouchers;

	private final HubProperties hub;

	VoucherPages(Vouchers vouchers, HubProperties hub) {
		this.vouchers = vouchers;
		this.hub = hub;
	}

	@GetMapping("/voucher")
	Mono<Rendering> voucher(@AuthenticationPrincipal SignedIn who, Model model) {
		return mine(who, model, HttpStatus.OK);
	}

	@PostMapping("/voucher")
	Mono<Rendering> redeem(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") CodeForm form, Model model) {
		return this.vouchers.redeem(who, Objects.requireNonNullElse(form.code(), ""))
			.flatMap(outcome -> outcome.fold(
					done -> Mono.just(Rendering.redirectTo("/voucher").status(HttpStatus.SEE_OTHER).build()),
					refusal -> refused(who, refusal, model)));
	}

	@GetMapping("/vouchers")
	Mono<String> vouchers(@AuthenticationPrincipal SignedIn who, Model model) {
		model.addAttribute("zone", this.hub.zone());
		return this.vouchers.of(who)
			.doOnNext(vouchers -> model.addAttribute("vouchers", vouchers))
			.thenReturn("household/vouchers");
	}

	/**
	 * Shows a fresh code, this once.
	 */
	@PostMapping("/vouchers")
	Mono<String> issue(@AuthenticationPrincipal SignedIn who, Model model) {
		return this.vouchers.issue(who)
			.flatMap(RefusedError::unless)
			.doOnNext(code -> model.addAttribute("code", code))
			.then(Mono.defer(() -> vouchers(who, model)));
	}

	@PostMapping("/vouchers/{voucher}/revoke")
	Mono<Rendering> revoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID voucher) {
		return this.vouchers.revoke(who, voucher)
			.flatMap(RefusedError::unless)
			.thenReturn(Rendering.redirectTo("/vouchers").status(HttpStatus.SEE_OTHER).build());
	}

	private Mono<Rendering> refused(SignedIn who, Refusal refusal, Model model) {
		model.addAttribute("refusal", refusal);
		return mine(who, model, HttpStatus.valueOf(refusal.status()));
	}

	private Mono<Rendering> mine(SignedIn who, Model model, HttpStatus status) {
		return this.vouchers.stands(Household.of(who))
			.doOnNext(stands -> model.addAttribute("stands", stands))
			.thenReturn(Rendering.view("household/voucher").status(status).build());
	}

}
