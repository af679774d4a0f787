package org.gongyu.platform;

import java.util.List;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Counts requests by the address that they come from, before anything else is done for
 * them. Which requests count for which limit is the setting
 * {@code gongyu.address-limits}.
 */
@Component
@Order(-300)
public class AddressLimits implements WebFilter {

	private record Counted(String limit, RequestPattern requests) {

		static Stream<Counted> of(String limit, List<String> settings) {
			return settings.stream().map(each -> new Counted(limit, RequestPattern.of(each)));
		}

	}

	private final List<Counted> counted;

	private final Limits limits;

	private final LocalLimits localLimits;

	private final ClientAddress addresses;

	private final ProblemHandler problems;

	AddressLimits(HubProperties properties, Limits limits, LocalLimits localLimits, ClientAddress addresses,
			ProblemHandler problems) {
		this.counted = properties.addressLimits()
			.entrySet()
			.stream()
			.flatMap(each -> Counted.of(each.getKey(), each.getValue()))
			.toList();
		this.limits = limits;
		this.localLimits = localLimits;
		this.addresses = addresses;
		this.problems = problems;
	}

	/**
	 * Counts the request, if it counts for any limit.
	 * @return true, or the refusal that says how long to wait
	 */
	public Mono<Outcome<Boolean>> count(ServerHttpRequest request) {
		for (Counted each : this.counted) {
			if (each.requests().matches(request)) {
				return count(each.limit(), this.addresses.of(request));
			}
		}
		return Mono.just(Outcome.done(true));
	}

	private Mono<Outcome<Boolean>> count(String limit, Object address) {
		return this.limits.of(limit).local() ? Mono.just(this.localLimits.count(limit, address))
				: this.limits.count(limit, address);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return count(exchange.getRequest()).flatMap(outcome -> outcome.fold(within -> chain.filter(exchange),
				refusal -> this.problems.handle(exchange, RefusedError.of(refusal))));
	}

}
