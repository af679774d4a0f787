package org.gongyu.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one place that says who may do what: every route of the hub with those to whom it
 * opens. A route that is not named here stays shut. Whose things somebody may touch
 * behind a door is decided where the things are, by household or organization.
 */
class Doors implements ReactiveAuthorizationManager<AuthorizationContext> {

	/**
	 * A route: a path with its methods; GET stands for HEAD, too.
	 */
	record Door(Who who, List<HttpMethod> methods, PathPattern path) {

		static Door of(String line) {
			String[] words = line.strip().split(" +", -1);
			List<HttpMethod> methods = new ArrayList<>();
			for (int i = 2; i < words.length; i++) {
				methods.add(HttpMethod.valueOf(words[i]));
			}
			return new Door(Who.valueOf(words[0]), methods, PathPatternParser.defaultInstance.parse(words[1]));
		}

		boolean is(HttpMethod method, PathContainer asked) {
			return this.methods.contains(HttpMethod.HEAD.equals(method) ? HttpMethod.GET : method)
					&& this.path.matches(asked);
		}

	}

	static final List<Door> ALL = DoorTable.ALL.lines().map(Door::of).toList();

	/** By the beginning of their paths: a hold looks at few doors, not at all. */
	private final Map<String, List<Door>> index = new HashMap<>();

	Doors() {
		ALL.forEach(
				door -> this.index.computeIfAbsent(corridor(door.path().getPatternString()), key -> new ArrayList<>())
					.add(door));
	}

	/**
	 * The door that a request stands at; null when there is none.
	 */
	@Nullable Door find(ServerWebExchange exchange) {
		PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
		for (Door door : this.index.getOrDefault(corridor(decoded(path)), List.of())) {
			if (door.is(exchange.getRequest().getMethod(), path)) {
				return door;
			}
		}
		return null;
	}

	@Override
	public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
		Door door = find(context.getExchange());
		if (door == null || door.who() == Who.ANYBODY) {
			return Mono.just(new AuthorizationDecision(door != null));
		}
		return authentication.map(who -> (AuthorizationResult) new AuthorizationDecision(admits(door, who)))
			.defaultIfEmpty(new AuthorizationDecision(false));
	}

	private static boolean admits(Door door, Authentication authentication) {
		return authentication.getPrincipal() instanceof SignedIn who && door.who().admits(who.roles());
	}

	private static String decoded(PathContainer path) {
		StringBuilder text = new StringBuilder();
		path.elements()
			.forEach(each -> text
				.append((each instanceof PathContainer.PathSegment segment) ? segment.valueToMatch() : each.value()));
		return text.toString();
	}

	/** The first part of a page's path, the first three of the API's. */
	private static String corridor(String path) {
		int parts = path.startsWith("/api/") ? 3 : 1;
		int end = 0;
		for (int i = 0; i < parts && end >= 0; i++) {
			end = path.indexOf('/', end + 1);
		}
		return (end > 0) ? path.substring(0, end) : path;
	}

}
