package org.gongyu.account;

import java.util.UUID;

import org.gongyu.platform.LocalPath;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The second half of a sign-in by way of another provider: the code of the authenticator
 * app.
 */
@Pages
class HalfSignInPages {

	record CodeForm(@Nullable String code, @Nullable String next) {
	}

	private final HalfSignIn half;

	private final SignIns signIns;

	private final TokenCookies cookies;

	HalfSignInPages(HalfSignIn half, SignIns signIns, TokenCookies cookies) {
		this.half = half;
		this.signIns = signIns;
		this.cookies = cookies;
	}

	@GetMapping("/sign-in/code")
	String ask(@RequestParam(required = false) @Nullable String next, Model model) {
		model.addAttribute("form", new CodeForm(null, LocalPath.of(next)));
		return "account/sign-in-code";
	}

	@PostMapping("/sign-in/code")
	Mono<Rendering> enter(@ModelAttribute("form") CodeForm form, ServerWebExchange exchange) {
		UUID account = this.half.account(exchange);
		Mono<Outcome<SignIns.Pair>> entered = (account == null)
				? Mono.just(Outcome.refused(AccountRefusal.SIGN_IN_TOO_SLOW))
				: this.signIns.finish(account, String.valueOf(form.code()), Browser.device(exchange));
		return entered
			.map(outcome -> outcome.fold(pair -> entered(exchange, pair, form.next()), HalfSignInPages::refused));
	}

	private Rendering entered(ServerWebExchange exchange, SignIns.Pair pair, @Nullable String next) {
		this.half.clear(exchange);
		this.cookies.set(exchange, pair);
		return Rendering.redirectTo(LocalPath.of(next)).status(HttpStatus.SEE_OTHER).build();
	}

	private static Rendering refused(Refusal refusal) {
		return Rendering.view("account/sign-in-code")
			.status(HttpStatus.valueOf(refusal.status()))
			.modelAttribute("refusal", refusal)
			.build();
	}

}
