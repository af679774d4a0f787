package org.gongyu.platform;

import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The language that an answer speaks.
 */
public final class Language {

	/** The cookie of somebody who has chosen. */
	public static final String CHOSEN = "gongyu_lang";

	private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

	private Language() {
	}

	/**
	 * The chosen language, else the first that the client asks for and the hub speaks,
	 * else Chinese.
	 */
	public static Locale of(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		HttpCookie chosen = headers.containsHeader(HttpHeaders.COOKIE) ? request.getCookies().getFirst(CHOSEN) : null;
		if (chosen != null) {
			return chosen.getValue().startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
		}
		return headers.containsHeader(HttpHeaders.ACCEPT_LANGUAGE) ? asked(headers) : Locale.SIMPLIFIED_CHINESE;
	}

	private static Locale asked(HttpHeaders headers) {
		try {
			Locale asked = Locale.lookup(headers.getAcceptLanguage(), SPOKEN);
			return (asked != null && first(headers).equals("en")) ? asked : Locale.SIMPLIFIED_CHINESE;
		}
		catch (IllegalArgumentException ex) {
			return Locale.SIMPLIFIED_CHINESE;
		}
	}

	private static String first(HttpHeaders headers) {
		List<Locale> locales = headers.getAcceptLanguageAsLocales();
		return locales.isEmpty() ? "" : locales.get(0).getLanguage();
	}

}
