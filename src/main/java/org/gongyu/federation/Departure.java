package org.gongyu.federation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.gongyu.account.Browser;
import org.gongyu.platform.LocalPath;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a browser remembers while its owner is with a provider: the secrets by which the
 * way back is recognised as its own (RFC 9700 §4.7: state; nonce; PKCE verifier, RFC
 * 7636), and where its owner wants to go. Only the browser that left has them, so nobody
 * is sent in with another's sign-in.
 */
record Departure(String state, String nonce, String verifier, String next) {

	private static final String COOKIE = "gongyu_departure";

	private static final Duration LIFE = Duration.ofMinutes(10);

	static Departure of(OAuth2AuthorizationRequest request, @Nullable String next) {
		return new Departure(String.valueOf(request.getState()), secret(request, OidcParameterNames.NONCE),
				secret(request, PkceParameterNames.CODE_VERIFIER), LocalPath.of(next));
	}

	/**
	 * What was remembered; null when nothing was.
	 */
	static @Nullable Departure of(Browser browser, ServerWebExchange exchange) {
		String kept = browser.kept(exchange, COOKIE);
		String[] parts = (kept != null) ? kept.split("\\|", -1) : new String[0];
		return (parts.length == 4) ? new Departure(text(parts[0]), text(parts[1]), text(parts[2]), text(parts[3]))
				: null;
	}

	/**
	 * The request as it was made when the browser left.
	 */
	OAuth2AuthorizationRequest restore(OAuth2AuthorizationRequest alike) {
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(OAuth2ParameterNames.REGISTRATION_ID, alike.getAttribute(OAuth2ParameterNames.REGISTRATION_ID));
		attributes.put(OidcParameterNames.NONCE, this.nonce);
		attributes.put(PkceParameterNames.CODE_VERIFIER, this.verifier);
		return OAuth2AuthorizationRequest.from(alike)
			.state(this.state)
			.attributes(all -> all.putAll(attributes))
			.build();
	}

	void remember(Browser browser, ServerWebExchange exchange) {
		browser.keep(exchange, COOKIE,
				String.join("|", letters(this.state), letters(this.nonce), letters(this.verifier), letters(this.next)),
				LIFE);
	}

	static void forget(Browser browser, ServerWebExchange exchange) {
		browser.keep(exchange, COOKIE, "", Duration.ZERO);
	}

	private static String secret(OAuth2AuthorizationRequest request, String name) {
		return Objects.requireNonNull(request.<String>getAttribute(name), name);
	}

	private static String letters(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String text(String letters) {
		try {
			return new String(Base64.getUrlDecoder().decode(letters), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
