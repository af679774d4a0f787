package org.gongyu.account;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.gongyu.platform.ApiPath;
import org.gongyu.platform.LocalPath;
import org.gongyu.platform.ProblemHandler;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Receives whoever must sign in first: a person is sent to sign in and comes back to
 * where they were; a program is told 401.
 */
@Component
class UnknownVisitor implements ServerAuthenticationEntryPoint {

	private final TokenCookies cookies;

	private final ProblemHandler problems;

	UnknownVisitor(TokenCookies cookies, ProblemHandler problems) {
		this.cookies = cookies;
		this.problems = problems;
	}

	@Override
	public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException ex) {
		if (ApiPath.is(exchange.getRequest())) {
			exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			return this.problems.handle(exchange, new ResponseStatusException(HttpStatus.UNAUTHORIZED, null, ex));
		}
		if (this.cookies.access(exchange) != null) {
			this.cookies.clear(exchange);
		}
		String next = URLEncoder.encode(here(exchange.getRequest()), StandardCharsets.UTF_8);
		exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
		exchange.getResponse().getHeaders().setLocation(URI.create("/sign-in?next=" + next));
		return exchange.getResponse().setComplete();
	}

	private static String here(ServerHttpRequest request) {
		if (!HttpMethod.GET.equals(request.getMethod())) {
			return LocalPath.ofReferer(request);
		}
		String query = request.getURI().getRawQuery();
		return request.getURI().getRawPath() + ((query != null) ? "?" + query : "");
	}

}
