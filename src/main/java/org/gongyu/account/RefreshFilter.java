package org.gongyu.account;

import org.gongyu.platform.ApiPath;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Keeps a browser signed in: a page that is asked for with a refresh cookie but without
 * an access cookie gets a new pair before security looks at it. Of two tabs that ask at
 * once one comes too late: its cookies stay, for they may be the other's new ones. The
 * API has no part in it; its clients refresh by themselves.
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
		return this.signIns.refresh(refresh).flatMap(outcome -> {
			outcome.map(pair -> set(exchange, pair));
			return chain.filter(exchange);
		});
	}

	private @Nullable String due(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		boolean page = !ApiPath.is(exchange.getRequest()) && !path.startsWith("/webjars/")
				&& !path.startsWith("/static/");
		return (page && this.cookies.access(exchange) == null) ? this.cookies.refresh(exchange) : null;
	}

	private SignIns.Pair set(ServerWebExchange exchange, SignIns.Pair pair) {
		this.cookies.set(exchange, pair);
		return pair;
	}

}
