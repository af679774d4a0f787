package org.gongyu.account;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The sign-in of a browser, for pages that change who its owner is.
 */
@Component
public class Browser {

	private final SignIns signIns;

	private final TokenCookies cookies;

	Browser(SignIns signIns, TokenCookies cookies) {
		this.signIns = signIns;
		this.cookies = cookies;
	}

	/**
	 * Gives the browser tokens that say who its owner is now.
	 */
	public Mono<Void> renew(ServerWebExchange exchange) {
		return this.signIns.refresh(String.valueOf(this.cookies.refresh(exchange)))
			.doOnNext(outcome -> outcome.map(pair -> {
				this.cookies.set(exchange, pair);
				return pair;
			}))
			.then();
	}

	/**
	 * Takes the browser's tokens away.
	 */
	public void leave(ServerWebExchange exchange) {
		this.cookies.clear(exchange);
	}

}
