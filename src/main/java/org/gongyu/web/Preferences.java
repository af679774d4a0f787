package org.gongyu.web;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * How somebody wants to read: large type, dark or light. Kept in cookies, known to nobody
 * else, like the language.
 *
 * @param large whether type is large (关怀版)
 * @param theme light, dark, or empty for what the device says
 */
record Preferences(boolean large, String theme) {

	static final String LARGE = "gongyu_large";

	static final String THEME = "gongyu_theme";

	static Preferences of(ServerWebExchange exchange) {
		String theme = cookie(exchange, THEME);
		boolean known = "light".equals(theme) || "dark".equals(theme);
		return new Preferences("on".equals(cookie(exchange, LARGE)), known ? String.valueOf(theme) : "");
	}

	private static @Nullable String cookie(ServerWebExchange exchange, String name) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
		return (cookie != null) ? cookie.getValue() : null;
	}

}
