package org.gongyu.platform;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.server.header.CacheControlServerHttpHeadersWriter;
import org.springframework.security.web.server.header.CompositeServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentTypeOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.HttpHeaderWriterWebFilter;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.web.server.WebFilter;

/**
 * The headers that shield whoever reads an answer, on every answer: those of filters that
 * refuse early, too. A link with a token in it is not told to other sites; the camera is
 * for scanning tickets; a browser that has met the hub over HTTPS stays with it, also
 * where a proxy ends TLS and the hub sees none.
 */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

	private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
			+ "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	@Bean
	@Order(-400)
	WebFilter shields() {
		ServerHttpHeadersWriter fixed = StaticServerHttpHeadersWriter.builder()
			.header("Content-Security-Policy", CONTENT_POLICY)
			.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
			.header("Referrer-Policy", "same-origin")
			.header("Cross-Origin-Opener-Policy", "same-origin")
			.header("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()")
			.header("X-Frame-Options", "DENY")
			.build();
		return new HttpHeaderWriterWebFilter(new CompositeServerHttpHeadersWriter(List.of(fixed,
				new ContentTypeOptionsServerHttpHeadersWriter(), new CacheControlServerHttpHeadersWriter())));
	}

}
