package org.gongyu.account;

import java.time.Duration;
import java.util.UUID;

import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The sign-in of a browser, for pages that change who its owner is.
 */
@Component
public class Browser {

	private final SignIns signIns;

	private final TokenCookies cookies;

	private final HalfSignIn half;

	Browser(SignIns signIns, TokenCookies cookies, HalfSignIn half) {
		this.signIns = signIns;
		this.cookies = cookies;
		this.half = half;
	}

	/**
	 * Signs the browser in as the owner of an account, who has just proved it elsewhere.
	 * Answers where to send it: to the path that was wished, by way of a page that asks
	 * for the second factor where the account has one.
	 */
	public Mono<Outcome<String>> enter(ServerWebExchange exchange, UUID account, String next) {
		return this.signIns.enter(account, device(exchange)).map(outcome -> outcome.fold(pair -> {
			this.cookies.set(exchange, pair);
			return Outcome.done(next);
		}, refusal -> {
			if (refusal != AccountRefusal.SECOND_FACTOR_NEEDED) {
				return Outcome.<String>refused(refusal);
			}
			this.half.set(exchange, account);
			return Outcome.done(UriComponentsBuilder.fromPath("/sign-in/code")
				.queryParam("next", "{next}")
				.encode()
				.buildAndExpand(next)
				.toUriString());
		})).defaultIfEmpty(Outcome.refused(AccountRefusal.NO_SUCH_ACCOUNT));
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
	 * What the browser says that it is, in few words.
	 */
	static String device(ServerWebExchange exchange) {
		return Device.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
	}

	/**
	 * Has the browser keep something that neither scripts nor other sites get to see.
	 * @param life for how long; zero to have it forgotten
	 */
	public void keep(ServerWebExchange exchange, String name, String value, Duration life) {
		this.cookies.keep(exchange, name, value, life);
	}

	/**
	 * What the browser keeps under the name; null for nothing.
	 */
	public @Nullable String kept(ServerWebExchange exchange, String name) {
		return this.cookies.kept(exchange, name);
	}

	/**
	 * Takes the browser's tokens away.
	 */
	public void leave(ServerWebExchange exchange) {
		this.cookies.clear(exchange);
	}

}
