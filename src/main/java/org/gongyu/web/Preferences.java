package org.gongyu.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * How somebody wants to read: language, large type, dark or light. Kept in cookies, known
 * to nobody else.
 *
 * @param large whether type is large (关怀版)
 * @param theme light, dark, or empty for what the device says
 */
record Preferences(boolean large, String theme) {

	static final String LANGUAGE = "gongyu_lang";

	static final String LARGE = "gongyu_large";

	static final String THEME = "gongyu_theme";

	private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

	static Preferences of(ServerWebExchange exchange) {
		String theme = cookie(exchange, THEME);
		boolean known = "light".equals(theme) || "dark".equals(theme);
		return new Preferences("on".equals(cookie(exchange, LARGE)), known ? String.valueOf(theme) : "");
	}

	/**
	 * The chosen language, else the first that the browser asks for and the hub speaks,
	 * else Chinese.
	 */
	static Locale locale(ServerWebExchange exchange) {
		String chosen = cookie(exchange, LANGUAGE);
		if (chosen != null) {
			return chosen.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
		}
		try {
			Locale asked = Locale.lookup(exchange.getRequest().getHeaders().getAcceptLanguage(), SPOKEN);
			boolean chinese = exchange.getRequest()
				.getHeaders()
				.getAcceptLanguageAsLocales()
				.stream()
				.findFirst()
				.map(first -> !first.getLanguage().equals("en"))
				.orElse(true);
			return (asked != null && !chinese) ? asked : Locale.SIMPLIFIED_CHINESE;
		}
		catch (IllegalArgumentException ex) {
			return Locale.SIMPLIFIED_CHINESE;
		}
	}

	private static @Nullable String cookie(ServerWebExchange exchange, String name) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
		return (cookie != null) ? cookie.getValue() : null;
	}

}
