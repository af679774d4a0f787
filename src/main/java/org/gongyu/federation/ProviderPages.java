package org.gongyu.federation;

import java.net.URI;
import java.util.UUID;

import org.gongyu.account.Browser;
import org.gongyu.account.ProvenIdentity;
import org.gongyu.account.ProviderLinks;
import org.gongyu.platform.LocalPath;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Signing in by way of another provider: out, and back in.
 */
@Pages
class ProviderPages {

	private static final Logger log = LoggerFactory.getLogger(ProviderPages.class);

	private final Providers providers;

	private final ProviderLinks links;

	private final Browser browser;

	ProviderPages(Providers providers, ProviderLinks links, Browser browser) {
		this.providers = providers;
		this.links = links;
		this.browser = browser;
	}

	@GetMapping("/sign-in/with/{provider}")
	Mono<Rendering> leave(@PathVariable String provider, @RequestParam(required = false) @Nullable String next,
			ServerWebExchange exchange) {
		if (!this.providers.names().containsKey(provider)) {
			return Mono.error(() -> RefusedError.of(FederationRefusal.NO_SUCH_PROVIDER));
		}
		return this.providers.request(exchange, provider)
			.doOnNext(request -> Departure.of(request, next).remember(this.browser, exchange))
			.map(request -> to(request.getAuthorizationRequestUri()))
			.onErrorResume(fault -> Mono.just(refused(refusal(provider, fault))));
	}

	@GetMapping("/sign-in/with/{provider}/back")
	Mono<Rendering> comeBack(@PathVariable String provider, ServerWebExchange exchange) {
		Departure departure = Departure.of(this.browser, exchange);
		Departure.forget(this.browser, exchange);
		if (!this.providers.names().containsKey(provider)) {
			return Mono.error(() -> RefusedError.of(FederationRefusal.NO_SUCH_PROVIDER));
		}
		if (departure == null) {
			return Mono.just(refused(FederationRefusal.NOT_PROVEN));
		}
		return this.providers.identity(exchange, provider, departure)
			.map(Outcome::done)
			.onErrorResume(fault -> Mono.just(Outcome.refused(refusal(provider, fault))))
			.flatMap(outcome -> outcome.then(identity -> enter(exchange, identity, departure.next())))
			.map(outcome -> outcome.fold(ProviderPages::to, ProviderPages::refused));
	}

	private Mono<Outcome<String>> enter(ServerWebExchange exchange, ProvenIdentity identity, String next) {
		Mono<Outcome<UUID>> account = this.links.account(identity);
		return account
			.flatMap(outcome -> outcome.then(found -> this.browser.enter(exchange, found, LocalPath.of(next))));
	}

	private static Refusal refusal(String provider, Throwable fault) {
		log.warn("nobody came in by way of {}: {}", provider, fault.toString());
		return (fault instanceof AuthenticationException) ? FederationRefusal.NOT_PROVEN
				: FederationRefusal.PROVIDER_DOWN;
	}

	private static Rendering to(String address) {
		return Rendering.redirectTo(URI.create(address).toString()).status(HttpStatus.SEE_OTHER).build();
	}

	private static Rendering refused(Refusal refusal) {
		return Rendering.view("federation/refused")
			.status(HttpStatus.valueOf(refusal.status()))
			.modelAttribute("refusal", refusal)
			.build();
	}

}
