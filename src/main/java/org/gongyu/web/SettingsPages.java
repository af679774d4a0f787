package org.gongyu.web;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import org.gongyu.account.Accounts;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.Language;
import org.gongyu.platform.LocalPath;
import org.gongyu.platform.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;

/**
 * Changes how somebody reads, by plain links that work without JavaScript, and goes back
 * to where they were. Messages to who is signed in follow the language.
 */
@Pages
class SettingsPages {

	private static final Duration YEAR = Duration.ofDays(365);

	private final Accounts accounts;

	SettingsPages(Accounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * What a browser shows of the hub where there is no network.
	 */
	@GetMapping("/offline")
	String offline() {
		return "web/offline";
	}

	@GetMapping("/settings")
	Mono<Void> settings(ServerWebExchange exchange, @AuthenticationPrincipal @Nullable SignedIn who,
			@RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String large,
			@RequestParam(required = false) @Nullable String theme,
			@RequestParam(required = false) @Nullable String back) {
		ServerHttpResponse response = exchange.getResponse();
		set(response, Language.CHOSEN, lang, "zh|en");
		set(response, Preferences.LARGE, large, "on|off");
		set(response, Preferences.THEME, theme, "light|dark|auto");
		response.setStatusCode(HttpStatus.SEE_OTHER);
		response.getHeaders().setLocation(URI.create(LocalPath.of(back)));
		Mono<Void> written = (who != null && lang != null && lang.matches("zh|en"))
				? this.accounts.chooseLanguage(who.account(), Locale.forLanguageTag(lang)) : Mono.empty();
		return written.then(Mono.defer(response::setComplete));
	}

	private static void set(ServerHttpResponse response, String name, @Nullable String value, String allowed) {
		if (value != null && value.matches(allowed)) {
			response.addCookie(
					ResponseCookie.from(name, value).path("/").maxAge(YEAR).sameSite("Lax").httpOnly(true).build());
		}
	}

}
