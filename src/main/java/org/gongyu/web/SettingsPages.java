package org.gongyu.web;

import java.net.URI;
import java.time.Duration;

import org.gongyu.platform.LocalPath;
import org.gongyu.platform.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;

/**
 * Changes how somebody reads, by plain links that work without JavaScript, and goes back
 * to where they were.
 */
@Pages
class SettingsPages {

	private static final Duration YEAR = Duration.ofDays(365);

	@GetMapping("/settings")
	Mono<Void> settings(ServerWebExchange exchange, @RequestParam(required = false) @Nullable String lang,
			@RequestParam(required = false) @Nullable String large,
			@RequestParam(required = false) @Nullable String theme,
			@RequestParam(required = false) @Nullable String back) {
		ServerHttpResponse response = exchange.getResponse();
		set(response, Preferences.LANGUAGE, lang, "zh|en");
		set(response, Preferences.LARGE, large, "on|off");
		set(response, Preferences.THEME, theme, "light|dark|auto");
		response.setStatusCode(HttpStatus.SEE_OTHER);
		response.getHeaders().setLocation(URI.create(LocalPath.of(back)));
		return response.setComplete();
	}

	private static void set(ServerHttpResponse response, String name, @Nullable String value, String allowed) {
		if (value != null && value.matches(allowed)) {
			response.addCookie(
					ResponseCookie.from(name, value).path("/").maxAge(YEAR).sameSite("Lax").httpOnly(true).build());
		}
	}

}
