package org.gongyu.account;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The two cookies of a signed-in browser. The access cookie ends with its token, so that
 * its absence says that the refresh cookie must be used.
 */
@Component
class TokenCookies {

	static final String ACCESS = "gongyu_access";

	private static final String REFRESH = "gongyu_refresh";

	private final AccountProperties properties;

	TokenCookies(AccountProperties properties) {
		this.properties = properties;
	}

	/**
	 * From now on, also for the rest of this request, these are the browser's tokens.
	 */
	void set(ServerWebExchange exchange, SignIns.Pair pair) {
		set(exchange, cookie(ACCESS, pair.access(), this.properties.accessToken()));
		set(exchange, cookie(REFRESH, pair.refresh(), this.properties.refreshToken()));
	}

	void clear(ServerWebExchange exchange) {
		set(exchange, cookie(ACCESS, "", Duration.ZERO));
		set(exchange, cookie(REFRESH, "", Duration.ZERO));
	}

	@Nullable String access(ServerWebExchange exchange) {
		return value(exchange, ACCESS);
	}

	@Nullable String refresh(ServerWebExchange exchange) {
		return value(exchange, REFRESH);
	}

	private static void set(ServerWebExchange exchange, ResponseCookie cookie) {
		exchange.getResponse().getCookies().set(cookie.getName(), cookie);
	}

	private static @Nullable String value(ServerWebExchange exchange, String name) {
		ResponseCookie fresh = exchange.getResponse().getCookies().getFirst(name);
		HttpCookie cookie = (fresh != null) ? fresh : exchange.getRequest().getCookies().getFirst(name);
		return (cookie != null && !cookie.getValue().isEmpty()) ? cookie.getValue() : null;
	}

	private ResponseCookie cookie(String name, String value, Duration life) {
		return ResponseCookie.from(name, value)
			.httpOnly(true)
			.secure(this.properties.secureCookies())
			.sameSite("Lax")
			.path("/")
			.maxAge(life)
			.build();
	}

}
