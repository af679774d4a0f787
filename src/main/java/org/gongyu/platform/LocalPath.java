package org.gongyu.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where to send a person back to: a path of this hub, never another site.
 */
public final class LocalPath {

	private LocalPath() {
	}

	/**
	 * The page from which a form was sent, as far as the browser says; else the home
	 * page.
	 */
	public static String ofReferer(ServerHttpRequest request) {
		try {
			URI from = new URI(Objects.requireNonNullElse(request.getHeaders().getFirst(HttpHeaders.REFERER), ""));
			boolean ours = from.getRawAuthority() != null
					&& from.getRawAuthority().equals(request.getHeaders().getFirst(HttpHeaders.HOST));
			String query = (from.getRawQuery() != null) ? "?" + from.getRawQuery() : "";
			return ours ? of(from.getRawPath() + query) : "/";
		}
		catch (URISyntaxException ex) {
			return "/";
		}
	}

	/**
	 * The path, or the home page when it is none of ours.
	 */
	public static String of(@Nullable String wish) {
		if (wish == null || !wish.startsWith("/") || wish.startsWith("//") || wish.contains("\\")) {
			return "/";
		}
		try {
			URI path = new URI(wish);
			return (path.getHost() == null && path.getScheme() == null) ? wish : "/";
		}
		catch (URISyntaxException ex) {
			return "/";
		}
	}

}
