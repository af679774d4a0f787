package org.gongyu.platform;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Whether a request is for the API or for a page, told in the one way in which requests
 * find their handler: by the decoded path.
 */
public final class ApiPath {

	private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");

	private ApiPath() {
	}

	public static boolean is(ServerHttpRequest request) {
		return API.matches(request.getPath().pathWithinApplication());
	}

}
