package org.gongyu.account;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.gongyu.organization.OrganizationKind;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * One person of each role with an organization or a household, strangers of the same
 * kinds, and requests of any of them at any route.
 */
final class DoorScene {

	/**
	 * A door with one of its methods.
	 */
	record Route(Doors.Door door, HttpMethod method) {

		String path() {
			return this.door.path().getPatternString();
		}

		boolean isPage() {
			return !path().startsWith("/api/");
		}

		@Override
		public String toString() {
			return this.method + " " + path();
		}

	}

	/**
	 * Somebody who is signed in.
	 *
	 * @param manager the token of who manages the same organization
	 */
	record Person(String login, String token, String manager) {
	}

	private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(?::[^}]*)?}");

	/** What is answered is the same whether there was anything or not. */
	private static final Set<String> REMOVALS = Set.of("/children/{id}/remove", "/api/v1/children/{id}",
			"/account/sign-ins/{id}/end", "/api/v1/account/sign-ins/{id}", "/organization/invitations/{id}/withdraw",
			"/api/v1/organization/invitations/{id}", "/organization/members/{account}/remove",
			"/api/v1/organization/members/{account}", "/operator/dead-letters/{id}/{handler}/revive",
			"/api/v1/dead-letters/{id}/{handler}/revive");

	private final Hub hub;

	private final HubClient client;

	private final Map<Role, Person> people = new EnumMap<>(Role.class);

	private final Map<Role, Person> strangers = new EnumMap<>(Role.class);

	private final DoorThings things;

	DoorScene(Hub hub) {
		this.hub = hub;
		this.client = new HubClient(hub.address());
		for (Role role : Role.values()) {
			this.people.put(role, person(role, "own"));
			this.strangers.put(role, person(role, "other"));
		}
		this.things = new DoorThings(hub, this.client);
	}

	private Person person(Role role, String side) {
		String login = role.name().toLowerCase() + "." + side + "@example.org";
		if (role == Role.GUARDIAN) {
			String token = this.client.signUp(login, Stage.PASSWORD, "林");
			return new Person(login, token, token);
		}
		OrganizationKind kind = kind(role);
		Staff.add(this.hub, kind, side + role, login, role);
		Role managing = (role == Role.GATE_STAFF) ? Role.VENUE_MANAGER : role;
		Staff.add(this.hub, kind, side + role, "m." + login, managing);
		return new Person(login, this.client.signIn(login, Stage.PASSWORD),
				this.client.signIn("m." + login, Stage.PASSWORD));
	}

	static OrganizationKind kind(Role role) {
		return switch (role) {
			case TEACHER, SCHOOL_ADMIN -> OrganizationKind.SCHOOL;
			case STATION_MANAGER -> OrganizationKind.STATION;
			case SUPERVISOR, OPERATOR -> OrganizationKind.DEPARTMENT;
			default -> OrganizationKind.VENUE_OPERATOR;
		};
	}

	/** What the hub serves. */
	Map<RequestMappingInfo, HandlerMethod> routes() {
		return this.hub.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods();
	}

	Set<Role> roles(Role role) {
		return Set.of(role);
	}

	/**
	 * Whether everybody who may pass may touch everybody's: public places, what operators
	 * keep, links, and removals that touch nothing.
	 */
	boolean isEverybodys(Route route, Role role) {
		return route.door().who() == Who.ANYBODY || route.door().who() == Who.OPERATOR || isRemoval(route)
				|| route.path().contains("{token}") || route.path().startsWith("/activities/")
				|| route.path().contains("/slots/{id}/draw");
	}

	boolean isRemoval(Route route) {
		return REMOVALS.contains(route.path()) && route.method() != HttpMethod.PUT && route.method() != HttpMethod.GET;
	}

	static List<String> variables(Route route) {
		List<String> names = new ArrayList<>();
		Matcher matcher = VARIABLE.matcher(route.path());
		while (matcher.find()) {
			if (!matcher.group(1).equals("purpose")) {
				names.add(matcher.group(1));
			}
		}
		return names;
	}

	Map<String, String> missing(Route route) {
		return DoorThings.missing(route);
	}

	Map<String, String> own(Role role, Route route) {
		return this.things.of(role, this.people.get(role), route);
	}

	Map<String, String> foreign(Role role, Route route) {
		return this.things.of(role, this.strangers.get(role), route);
	}

	/** Whether a stranger's thing outlived somebody's try to remove it. */
	boolean isThere(Role role, Route route, Map<String, String> names) {
		return this.things.isThere(this.strangers.get(role), route, names);
	}

	int send(@Nullable Role role, Route route, Map<String, String> names) {
		Matcher matcher = VARIABLE.matcher(route.path());
		String path = matcher
			.replaceAll(match -> names.getOrDefault(match.group(1), DoorThings.nothing(route, match.group(1))));
		Object body = names.isEmpty() ? Map.of() : DoorBodies.of(route, role, names);
		return send(role, route.method(), path, body);
	}

	int send(@Nullable Role role, HttpMethod method, String path, @Nullable Object body) {
		Person person = (role != null) ? this.people.get(role) : null;
		if (path.startsWith("/api/")) {
			String token = (person != null) ? person.token() : null;
			return this.client.statusOf(method, token, path.substring("/api/v1".length()), body);
		}
		PageClient browser = new PageClient(this.hub.address());
		if (person != null) {
			browser.setCookie(TokenCookies.ACCESS, person.token());
		}
		if (HttpMethod.GET.equals(method)) {
			return browser.statusOf(path);
		}
		browser.get("/sign-in").expect(200);
		return browser.post(path, DoorBodies.form(body)).status();
	}

}
