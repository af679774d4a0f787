package org.gongyu.account;

import java.net.URI;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.LocalPath;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sign-up, sign-in and sign-out in the browser. Whoever signs in comes back to where they
 * came from; what was typed stays.
 */
@Pages
class SignInPages {

	record SignUpForm(@NotBlank @Size(max = 254) @Nullable String login,
			@NotBlank @Size(min = 8, max = 128) @Nullable String password,
			@NotBlank @Size(max = 40) @Nullable String name, @Nullable String next) {
	}

	record SignInForm(@NotBlank @Size(max = 254) @Nullable String login,
			@NotBlank @Size(max = 128) @Nullable String password, @Nullable @Size(max = 10) String code,
			@Nullable String next) {
	}

	private final Accounts accounts;

	private final SignIns signIns;

	private final TokenCookies cookies;

	SignInPages(Accounts accounts, SignIns signIns, TokenCookies cookies) {
		this.accounts = accounts;
		this.signIns = signIns;
		this.cookies = cookies;
	}

	@GetMapping("/sign-in")
	String signIn(@RequestParam(required = false) @Nullable String next, Model model) {
		model.addAttribute("form", new SignInForm(null, null, null, LocalPath.of(next)));
		return "account/sign-in";
	}

	@PostMapping("/sign-in")
	Mono<Rendering> signIn(@Valid @ModelAttribute("form") SignInForm form, BindingResult errors,
			ServerWebExchange exchange) {
		if (errors.hasErrors()) {
			return Mono.just(again("account/sign-in"));
		}
		return Mono.fromSupplier(() -> Login.of(String.valueOf(form.login())))
			.flatMap(login -> this.signIns.signIn(login, String.valueOf(form.password()), form.code(),
					Browser.device(exchange)))
			.onErrorResume(InvalidInput.class, typo -> Mono.just(Outcome.refused(AccountRefusal.BAD_CREDENTIALS)))
			.map(outcome -> outcome.fold(pair -> enter(exchange, pair, form.next()),
					refusal -> refused("account/sign-in", refusal)));
	}

	@GetMapping("/sign-up")
	String signUp(@RequestParam(required = false) @Nullable String next, Model model) {
		model.addAttribute("form", new SignUpForm(null, null, null, LocalPath.of(next)));
		return "account/sign-up";
	}

	@PostMapping("/sign-up")
	Mono<Rendering> signUp(@Valid @ModelAttribute("form") SignUpForm form, BindingResult errors,
			ServerWebExchange exchange, Locale locale) {
		if (errors.hasErrors()) {
			return Mono.just(again("account/sign-up"));
		}
		return Mono.fromSupplier(() -> Login.of(String.valueOf(form.login())))
			.flatMap(login -> this.accounts.signUp(login, String.valueOf(form.password()),
					String.valueOf(form.name()).strip()))
			.flatMap(outcome -> outcome.then(account -> this.accounts.chooseLanguage(account.id(), locale)
				.then(this.signIns.begin(account, Browser.device(exchange)))))
			.map(outcome -> outcome.fold(pair -> enter(exchange, pair, form.next()),
					refusal -> refused("account/sign-up", refusal)))
			.onErrorResume(InvalidInput.class, typo -> {
				errors.rejectValue("login", "invalid.login");
				return Mono.just(again("account/sign-up"));
			});
	}

	@PostMapping("/sign-out")
	Mono<Rendering> signOut(ServerWebExchange exchange) {
		String refresh = this.cookies.refresh(exchange);
		this.cookies.clear(exchange);
		exchange.getResponse().getHeaders().set("Clear-Site-Data", "\"cache\", \"storage\"");
		Mono<Void> ended = (refresh != null) ? this.signIns.signOut(refresh) : Mono.empty();
		return ended.thenReturn(to("/"));
	}

	private Rendering enter(ServerWebExchange exchange, SignIns.Pair pair, @Nullable String next) {
		this.cookies.set(exchange, pair);
		return to(LocalPath.of(next));
	}

	private static Rendering refused(String view, Refusal refusal) {
		return Rendering.view(view)
			.status(HttpStatus.valueOf(refusal.status()))
			.modelAttribute("refusal", refusal)
			.build();
	}

	private static Rendering again(String view) {
		return Rendering.view(view).status(HttpStatus.BAD_REQUEST).build();
	}

	private static Rendering to(String path) {
		return Rendering.redirectTo(URI.create(path).toString()).status(HttpStatus.SEE_OTHER).build();
	}

}
