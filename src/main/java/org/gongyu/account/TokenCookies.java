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
		keep(exchange, ACCESS, pair.access(), this.properties.accessToken());
		keep(exchange, REFRESH, pair.refresh(), this.properties.refreshToken());
	}

	void clear(ServerWebExchange exchange) {
		keep(exchange, ACCESS, "", Duration.ZERO);
		keep(exchange, REFRESH, "", Duration.ZERO);
	}

	@Nullable String access(ServerWebExchange exchange) {
		return kept(exchange, ACCESS);
	}

	@Nullable String refresh(ServerWebExchange exchange) {
		return kept(exchange, REFRESH);
	}

	/**
	 * Has the browser keep something that neither scripts nor other sites get to see, nor
	 * may set (RFC 6265bis §4.1.3.2: {@code __Host-}, which takes HTTPS).
	 */
	void keep(ServerWebExchange exchange, String name, String value, Duration life) {
		ResponseCookie cookie = ResponseCookie.from(name(name), value)
			.httpOnly(true)
			.secure(this.properties.secureCookies())
			.sameSite("Lax")
			.path("/")
			.maxAge(life)
			.build();
		exchange.getResponse().getCookies().set(cookie.getName(), cookie);
	}

	/**
	 * What the browser keeps under the name, as this request leaves it; null for nothing.
	 */
	@Nullable String kept(ServerWebExchange exchange, String name) {
		return value(exchange, name(name));
	}

	private String name(String name) {
		return this.properties.secureCookies() ? "__Host-" + name : name;
	}

	private static @Nullable String value(ServerWebExchange exchange, String name) {
		ResponseCookie fresh = exchange.getResponse().getCookies().getFirst(name);
		HttpCookie cookie = (fresh != null) ? fresh : exchange.getRequest().getCookies().getFirst(name);
		return (cookie != null && !cookie.getValue().isEmpty()) ? cookie.getValue() : null;
	}

}
