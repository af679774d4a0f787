package org.gongyu.platform;

import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.CacheControlServerHttpHeadersWriter;
import org.springframework.security.web.server.header.CompositeServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentTypeOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.HttpHeaderWriterWebFilter;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.web.server.WebFilter;

/**
 * The headers that shield whoever reads an answer, on every answer: those of filters that
 * refuse early, too. A link with a token in it is not told to other sites; the camera is
 * for scanning tickets; a browser that has met the hub over HTTPS stays with it, also
 * where a proxy ends TLS and the hub sees none.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityHeaders {

	private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
			+ "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	private static final Map<String, String> SHIELDS = Map.of("Content-Security-Policy", CONTENT_POLICY,
			"Strict-Transport-Security", "max-age=31536000; includeSubDomains", "Referrer-Policy", "same-origin",
			"Cross-Origin-Opener-Policy", "same-origin", "Permissions-Policy",
			"camera=(self), geolocation=(self), microphone=(), payment=()", "X-Frame-Options", "DENY",
			ContentTypeOptionsServerHttpHeadersWriter.X_CONTENT_OPTIONS,
			ContentTypeOptionsServerHttpHeadersWriter.NOSNIFF);

	private static final Map<String, String> UNKEPT = Map.of(HttpHeaders.CACHE_CONTROL,
			CacheControlServerHttpHeadersWriter.CACHE_CONTROL_VALUE, HttpHeaders.PRAGMA,
			CacheControlServerHttpHeadersWriter.PRAGMA_VALUE, HttpHeaders.EXPIRES,
			CacheControlServerHttpHeadersWriter.EXPIRES_VALUE);

	@Bean
	@Order(-400)
	WebFilter shields() {
		StaticServerHttpHeadersWriter.Builder fixed = StaticServerHttpHeadersWriter.builder();
		SHIELDS.forEach(fixed::header);
		return new HttpHeaderWriterWebFilter(new CompositeServerHttpHeadersWriter(
				List.of(fixed.build(), new CacheControlServerHttpHeadersWriter())));
	}

	/**
	 * Puts the same headers on an answer that nobody may keep and that no filter sees.
	 */
	public static void shield(HttpHeaders headers) {
		SHIELDS.forEach(headers::set);
		UNKEPT.forEach(headers::set);
	}

}
