package org.gongyu.platform;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Requests by method and path, as settings name them: {@code POST /sign-in}; GET stands
 * for HEAD, too.
 */
public record RequestPattern(String method, PathPattern path) {

	/**
	 * Reads a setting.
	 */
	public static RequestPattern of(String setting) {
		int blank = setting.indexOf(' ');
		return new RequestPattern(setting.substring(0, blank),
				PathPatternParser.defaultInstance.parse(setting.substring(blank + 1)));
	}

	public boolean matches(ServerHttpRequest request) {
		String asked = HttpMethod.HEAD.equals(request.getMethod()) ? "GET" : request.getMethod().name();
		return this.method.equals(asked) && this.path.matches(request.getPath().pathWithinApplication());
	}

}
