package org.gongyu.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.gongyu.Hub;
import org.gongyu.IdentityProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every route × every role × whose thing it is: who is not let in is told so, who is let
 * in reaches their own, and never what belongs to others or does not exist.
 */
@ExtendWith(OutputCaptureExtension.class)
class DoorMatrixWebTests {

	/** Routes that no handler of ours serves. */
	private static final Set<String> SERVED_ELSEWHERE = Set.of("/static/**", "/webjars/**", "/favicon.ico",
			"/robots.txt", "/service-worker.js", "/actuator/health/**", "/actuator/**", "/v3/api-docs");

	static Hub hub;

	static DoorScene scene;

	static IdentityProvider county = new IdentityProvider();

	@BeforeAll
	static void start() {
		hub = Hub.start(Stream.concat(Stream.of("gongyu.booking.live-holds=100"), county.settings().stream())
			.toArray(String[]::new));
		scene = new DoorScene(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
		county.close();
	}

	@Test
	void everyRouteHasItsDoorAndEveryDoorItsRoute() {
		Set<String> routes = new TreeSet<>();
		for (RequestMappingInfo info : scene.routes().keySet()) {
			for (String path : info.getPatternsCondition().getDirectPaths()) {
				methods(info).forEach(method -> routes.add(path + " " + method));
			}
			info.getPatternsCondition()
				.getPatterns()
				.forEach(path -> methods(info).forEach(method -> routes.add(path.getPatternString() + " " + method)));
		}
		Set<String> doors = new TreeSet<>();
		Doors.ALL.stream()
			.filter(door -> !SERVED_ELSEWHERE.contains(door.path().getPatternString()))
			.forEach(
					door -> door.methods().forEach(method -> doors.add(door.path().getPatternString() + " " + method)));
		routes.removeIf(route -> route.startsWith("/v3/api-docs") || route.startsWith("/error"));
		assertThat(doors).isEqualTo(routes);
	}

	private static List<String> methods(RequestMappingInfo info) {
		return info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
	}

	/** Route by route, for a failure to say which one. */
	static Stream<DoorScene.Route> routes() {
		return Doors.ALL.stream()
			.filter(door -> !SERVED_ELSEWHERE.contains(door.path().getPatternString()))
			.flatMap(door -> door.methods().stream().map(method -> new DoorScene.Route(door, method)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("routes")
	void aDoorOpensToWhomItSays(DoorScene.Route route, CapturedOutput log) {
		Set<String> broken = new HashSet<>();
		if (route.door().who() != Who.ANYBODY && !Set.of(401, 303).contains(scene.send(null, route, Map.of()))) {
			broken.add("a stranger is let in");
		}
		for (Role role : Role.values()) {
			int status = scene.send(role, route, Map.of());
			boolean admitted = route.door().who().admits(scene.roles(role));
			if (admitted == (status == 403) || status == 401 || status >= 500) {
				broken.add(role + " is answered " + status);
			}
		}
		assertThat(broken).as("%s%n%s", route, faults(log)).isEmpty();
	}

	static Stream<DoorScene.Route> routesToThings() {
		return routes().filter(route -> !DoorScene.variables(route).isEmpty());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("routesToThings")
	void everybodyReachesTheirOwnAndNothingElse(DoorScene.Route route, CapturedOutput log) {
		List<String> broken = new ArrayList<>();
		for (Role role : EnumSet.allOf(Role.class)) {
			if (!route.door().who().admits(scene.roles(role))) {
				continue;
			}
			int missing = scene.send(role, route, scene.missing(route));
			if (missing != 404 && missing != 410 && !scene.isRemoval(route)) {
				broken.add(role + " is answered " + missing + " for what does not exist");
			}
			Map<String, String> others = scene.foreign(role, route);
			int foreign = scene.send(role, route, others);
			if (scene.isRemoval(route) && !scene.isThere(role, route, others)) {
				broken.add(role + " removed what is another's");
			}
			if (!scene.isEverybodys(route, role) && foreign != 404 && foreign != 410) {
				broken.add(role + " is answered " + foreign + " for what is another's");
			}
			int own = scene.send(role, route, scene.own(role, route));
			// what is typed at the gate is nobody's code
			boolean told = own == 404 && route.path().endsWith("/check-in");
			if (own >= 400 && own != 409 && own != 422 && !told) {
				broken.add(role + " is answered " + own + " for their own");
			}
		}
		assertThat(broken).as("%s%n%s", route, faults(log)).isEmpty();
	}

	/** What the hub says of its own faults, with the beginning of their traces. */
	private static String faults(CapturedOutput log) {
		int first = log.getOut().indexOf(" ERROR ");
		return (first < 0) ? "" : log.getOut().substring(first, Math.min(log.getOut().length(), first + 3000));
	}

	@Test
	void whatHasNoDoorIsNotFoundWhoeverAsks() {
		for (Role role : Role.values()) {
			assertThat(scene.send(role, HttpMethod.GET, "/api/v1/no-such-thing", null)).isEqualTo(404);
			assertThat(scene.send(role, HttpMethod.DELETE, "/api/v1/venues", null)).isEqualTo(404);
		}
		assertThat(scene.send(null, HttpMethod.GET, "/no-such-page", null)).isEqualTo(404);
	}

}
