package org.gongyu.favourite;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The activities that somebody looked at lately. A cookie of that browser holds them and
 * nothing else does: what a family is curious about is nobody's business.
 */
public final class RecentlySeen {

	private static final String COOKIE = "gongyu_seen";

	private static final String SEPARATOR = ".";

	private static final int MOST = 6;

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private RecentlySeen() {
	}

	/**
	 * What the browser has seen, the last first.
	 */
	public static List<UUID> in(ServerWebExchange exchange) {
		HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
		return (cookie == null) ? List.of()
				: Arrays.stream(cookie.getValue().split(Pattern.quote(SEPARATOR), MOST + 1))
					.filter(each -> ID.matcher(each).matches())
					.limit(MOST)
					.map(UUID::fromString)
					.toList();
	}

	/**
	 * Has the browser remember one more.
	 */
	public static void remember(ServerWebExchange exchange, UUID activity) {
		String value = Stream.concat(Stream.of(activity), in(exchange).stream())
			.distinct()
			.limit(MOST)
			.map(UUID::toString)
			.collect(Collectors.joining(SEPARATOR));
		exchange.getResponse()
			.addCookie(ResponseCookie.from(COOKIE, value)
				.path("/")
				.httpOnly(true)
				.sameSite("Lax")
				.maxAge(Duration.ofDays(30))
				.build());
	}

}
