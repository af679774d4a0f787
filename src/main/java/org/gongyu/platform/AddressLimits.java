package org.gongyu.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Counts requests by the address that they come from, before anything else is done for
 * them. Which requests count for which limit is the setting
 * {@code gongyu.address-limits}.
 */
@Component
@Order(-300)
public class AddressLimits implements WebFilter {

	private record Counted(String limit, String method, PathPattern path) {

		static Stream<Counted> of(String limit, List<String> requests) {
			return requests.stream().map(request -> {
				int blank = request.indexOf(' ');
				return new Counted(limit, request.substring(0, blank),
						PathPatternParser.defaultInstance.parse(request.substring(blank + 1)));
			});
		}

		boolean is(ServerHttpRequest request) {
			String asked = HttpMethod.HEAD.equals(request.getMethod()) ? "GET" : request.getMethod().name();
			return this.method.equals(asked) && this.path.matches(request.getPath().pathWithinApplication());
		}

	}

	private final List<Counted> counted;

	private final Limits limits;

	private final ClientAddress addresses;

	private final ProblemHandler problems;

	AddressLimits(HubProperties properties, Limits limits, ClientAddress addresses, ProblemHandler problems) {
		this.counted = properties.addressLimits()
			.entrySet()
			.stream()
			.flatMap(each -> Counted.of(each.getKey(), each.getValue()))
			.toList();
		this.limits = limits;
		this.addresses = addresses;
		this.problems = problems;
	}

	/**
	 * Counts the request, if it counts for any limit.
	 * @return true, or the refusal that says how long to wait
	 */
	public Mono<Outcome<Boolean>> count(ServerHttpRequest request) {
		for (Counted each : this.counted) {
			if (each.is(request)) {
				return this.limits.count(each.limit(), this.addresses.of(request));
			}
		}
		return Mono.just(Outcome.done(true));
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return count(exchange.getRequest()).flatMap(outcome -> outcome.fold(within -> chain.filter(exchange),
				refusal -> this.problems.handle(exchange, RefusedError.of(refusal))));
	}

}
