package org.gongyu.account;

import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Keeps a browser signed in: a page that is asked for with a refresh cookie but without
 * an access cookie gets a new pair before security looks at it. The API has no part in
 * it; its clients refresh by themselves.
 */
@Component
@Order(-200)
class RefreshFilter implements WebFilter {

	private final SignIns signIns;

	private final TokenCookies cookies;

	RefreshFilter(SignIns signIns, TokenCookies cookies) {
		this.signIns = signIns;
		this.cookies = cookies;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String refresh = due(exchange);
		if (refresh == null) {
			return chain.filter(exchange);
		}
		return this.signIns.refresh(refresh).flatMap(outcome -> chain.filter(refreshed(exchange, outcome)));
	}

	private @Nullable String due(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		boolean page = !path.startsWith("/api/") && !path.startsWith("/webjars/") && !path.startsWith("/static/");
		return (page && this.cookies.access(exchange) == null) ? this.cookies.refresh(exchange) : null;
	}

	private ServerWebExchange refreshed(ServerWebExchange exchange, Outcome<SignIns.Pair> outcome) {
		return outcome.fold(pair -> {
			this.cookies.set(exchange, pair);
			exchange.getAttributes().put(TokenCookies.ACCESS, pair.access());
			return exchange;
		}, over -> {
			this.cookies.clear(exchange);
			return exchange;
		});
	}

}
