package org.gongyu.account;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.gongyu.admission.WaitingRooms;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.picture.Pictures;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;

import static org.awaitility.Awaitility.await;

/**
 * What the names in a route's path stand for: a fresh thing of somebody's, or nothing.
 */
final class DoorThings {

	private final Hub hub;

	private final HubClient client;

	/** Where families book. */
	private final Stage stage;

	DoorThings(Hub hub, HubClient client) {
		this.hub = hub;
		this.client = client;
		this.stage = new Stage(hub);
	}

	/**
	 * Fresh things of a person, by the names in the path.
	 */
	Map<String, String> of(Role role, DoorScene.Person person, DoorScene.Route route) {
		Map<String, String> names = new HashMap<>();
		for (String name : DoorScene.variables(route)) {
			String kind = kind(route, name);
			switch (kind) {
				case "activities", "slots" -> names.putAll(offer(route, role, person, kind, name));
				case "bookings" -> names.putAll(bookings(route, role, person, name));
				case "calendar" -> names.put(name, feed());
				case "holds" -> names.put(name, hold(person.token()));
				case "line", "places" -> names.put(name, place(person.token()));
				case "children" -> names.put(name, this.stage.child(person.token(), "2018-05"));
				case "venues" -> names.put(name, venue(role, person));
				case "sign-ins" -> names.put(name, signIn(person));
				case "members" -> names.put(name, member(role, person));
				case "invitations" -> names.put(name, invitation(role, person).path("id").asString());
				case "vouchers" -> names.put(name, voucher(person));
				case "roster-exports" -> names.put(name, export(route, role, person));
				case "guardian" -> names.put(name, guardianLink());
				case "join" -> names.put(name, invitation(Role.OPERATOR, operator()).path("token").asString());
				case "organizations" -> names.put(name, organization());
				case "alliances" -> names.put(name, Stage.id(this.client.post(operator().token(), "/alliances",
						Map.of("name", DoorBodies.unique(), "rosterDays", 30))));
				case "dead-letters" -> names.put(name, deadLetter());
				case "waitlist" -> names.put(name, this.stage.waiting(person.token()).path("id").asString());
				case "offer" -> names.put(name, offerLink());
				case "pictures" -> names.put(name, picture());
				case "with" -> names.put(name, "county");
				default -> names.putIfAbsent(name, nothing(route, name));
			}
		}
		return names;
	}

	/** The kind of thing: the path's part before it, if that is no name itself. */
	private static String kind(DoorScene.Route route, String name) {
		String path = route.path();
		String before = path.substring(0, path.indexOf("/{" + name));
		String kind = before.substring(before.lastIndexOf('/') + 1);
		if (name.equals("token")) {
			return path.contains("/calendar/") ? "calendar"
					: path.contains("/guardians/") ? "guardian" : path.contains("/offers/") ? "offer" : "join";
		}
		return kind;
	}

	static Map<String, String> missing(DoorScene.Route route) {
		Map<String, String> names = new HashMap<>();
		DoorScene.variables(route).forEach(name -> names.put(name, nothing(route, name)));
		return names;
	}

	static String nothing(DoorScene.Route route, String name) {
		return switch (name) {
			case "pool" -> "PUBLIC";
			case "purpose" -> "RATINGS";
			case "action" -> "cancel";
			case "handler" -> "nobody";
			default -> kind(route, name).equals("dead-letters") ? "999999999" : UUID.randomUUID().toString();
		};
	}

	private Map<String, String> offer(DoorScene.Route route, Role role, DoorScene.Person person, String kind,
			String name) {
		boolean published = route.door().who() != Who.MANAGER || route.path().contains("desk/slots")
				|| route.path().endsWith("withdraw") || route.path().contains("roster");
		String manager = (role.isManager() || role == Role.GATE_STAFF) ? person.manager() : this.stage.venue;
		String venue = (role.isManager() || role == Role.GATE_STAFF) ? venue(role, person) : this.stage.museum;
		Map<String, Object> activity = this.stage.activity();
		activity.put("venueId", venue);
		activity.put("namesRequired", route.path().contains("roster"));
		String id = Stage.id(this.client.post(manager, "/activities", activity));
		String slot = Stage.id(this.client.post(manager, "/activities/" + id + "/slots",
				route.path().contains("/draw") ? DoorBodies.drawnSlot() : DoorBodies.slot()));
		if (published) {
			this.client.post(manager, "/activities/" + id + "/publish", Map.of()).expect(200);
		}
		if (route.path().endsWith("/entry") && role == Role.GUARDIAN) {
			this.client.put(person.token(), "/slots/" + slot + "/draw/entry", Map.of("adults", 1)).expect(200);
		}
		return kind.equals("activities") ? Map.of(name, id, "slot", slot, "venue", venue)
				: name.equals("id") ? Map.of("id", slot) : Map.of();
	}

	private String venue(Role role, DoorScene.Person person) {
		String manager = (role.isManager() || role == Role.GATE_STAFF) ? person.manager() : this.stage.venue;
		return Stage.id(this.client.post(manager, "/venues",
				Map.of("name", DoorBodies.unique(), "kind", "MUSEUM", "region", "云溪区")));
	}

	/** A booking, and another slot to which it can be moved. */
	private Map<String, String> bookings(DoorScene.Route route, Role role, DoorScene.Person person, String name) {
		if (!route.path().endsWith("/move")) {
			return Map.of(name, booking(role, person));
		}
		String slot = this.stage.slot(6000, 5);
		return Map.of(name, this.stage.booking(person.token(), slot, 1), "other", this.stage.another(slot, 6100));
	}

	private String picture() {
		byte[] dot = Base64.getDecoder()
			.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
		var kept = this.hub.bean(Pictures.class)
			.keep(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(dot)))
			.blockOptional()
			.orElseThrow();
		return kept.fold(hash -> hash, refusal -> refusal.code()) + "-240.jpg";
	}

	private String feed() {
		String page = browser(this.stage.family()).get("/calendar").expect(200);
		return page.replaceAll("(?s).*value=\"[^\"]*/calendar/([^\"]+)\".*", "$1");
	}

	private String booking(Role role, DoorScene.Person person) {
		if (role == Role.GUARDIAN) {
			return this.stage.booking(person.token(), this.stage.slot(600, 5), 1);
		}
		DoorScene.Route route = new DoorScene.Route(Doors.Door.of("MANAGER /desk/slots/{id} GET"), HttpMethod.GET);
		String slot = Objects.requireNonNull(offer(route, role, person, "slots", "id").get("id"));
		return this.stage.booking(this.stage.family(), slot, 1);
	}

	private String voucher(DoorScene.Person person) {
		this.client.post(person.token(), "/vouchers", Map.of()).expect(201);
		return this.client.get(person.token(), "/vouchers").expect(200).path("items").get(0).path("id").asString();
	}

	private String guardianLink() {
		return this.client.post(this.stage.family(), "/guardians/invitations", Map.of())
			.expect(201)
			.path("token")
			.asString();
	}

	/**
	 * To be agreed to: the colleague's; to be fetched: one's own, agreed to by the
	 * colleague.
	 */
	private String export(DoorScene.Route route, Role role, DoorScene.Person person) {
		DoorScene.Route roster = new DoorScene.Route(Doors.Door.of("VENUE_STAFF /desk/slots/{id}/roster GET"),
				HttpMethod.GET);
		String page = "/desk/slots/" + offer(roster, role, person, "slots", "id").get("id") + "/roster";
		boolean fetched = route.path().endsWith("file");
		PageClient mine = browser(person.token());
		PageClient colleague = browser(person.manager());
		(fetched ? mine : colleague).post(page + "/exports", Map.of()).next();
		String id = (fetched ? colleague : mine).get(page)
			.expect(200)
			.replaceAll("(?s).*/roster-exports/([0-9a-f-]{36})/approve.*", "$1");
		if (fetched) {
			colleague.post("/desk/roster-exports/" + id + "/approve", Map.of()).next();
		}
		return id;
	}

	private PageClient browser(String token) {
		PageClient browser = new PageClient(this.hub.address()).setCookie(TokenCookies.ACCESS, token);
		browser.get("/sign-in").expect(200);
		return browser;
	}

	private String place(String family) {
		String slot = this.stage.slot(600, 5);
		this.hub.bean(WaitingRooms.class).open(UUID.fromString(slot)).block();
		return this.stage.hold(family, slot, 1).expect(429).at("/place/ticket").asString();
	}

	private String hold(String family) {
		return Stage.id(this.stage.hold(family, this.stage.slot(600, 5), 1));
	}

	private String signIn(DoorScene.Person person) {
		this.client.signIn(person.login(), Stage.PASSWORD);
		return this.client.get(person.token(), "/account/sign-ins")
			.expect(200)
			.path("items")
			.get(0)
			.path("id")
			.asString();
	}

	private String member(Role role, DoorScene.Person person) {
		String login = DoorBodies.unique() + "@example.org";
		String name = this.client.get(person.token(), "/account/organizations")
			.expect(200)
			.path("items")
			.get(0)
			.path("name")
			.asString();
		OrganizationKind kind = DoorScene.kind(role);
		Staff.add(this.hub, kind, name, login, role);
		String token = this.client.signIn(login, Stage.PASSWORD);
		return this.hub.bean(Tokens.class).decoder().decode(token).blockOptional().orElseThrow().getSubject();
	}

	private JsonNode invitation(Role role, DoorScene.Person person) {
		return this.client.post(person.token(), "/organization/invitations", Map.of("roles", List.of(role.name())))
			.expect(201);
	}

	private DoorScene.Person operator() {
		String login = DoorBodies.unique() + "@example.org";
		Staff.add(this.hub, OrganizationKind.DEPARTMENT, "运营", login, Role.OPERATOR);
		String token = this.client.signIn(login, Stage.PASSWORD);
		return new DoorScene.Person(login, token, token);
	}

	private String organization() {
		return Stage.id(this.client.post(this.stage.family(), "/organizations",
				Map.of("kind", "SCHOOL", "name", DoorBodies.unique())));
	}

	/** Seats are free, so whoever waits for them is offered them at once. */
	private String offerLink() {
		String family = this.stage.family();
		this.stage.waiting(family);
		await().until(() -> this.client.get(family, "/waitlist").expect(200).at("/items/0/offer").isObject());
		return this.client.get(family, "/waitlist")
			.expect(200)
			.at("/items/0/offer/link")
			.asString()
			.replaceAll(".*/", "");
	}

	/** A delivery that was given up. */
	private String deadLetter() {
		String id = String.valueOf(System.nanoTime());
		this.hub.execute(
				"""
						insert into outbox (id, key, type, body, told) overriding system value values (%1$s, 'k', 'None', '{}', true);
						insert into outbox_delivery (outbox_id, handler, key, state) values (%1$s, 'nobody', 'k', 'DEAD');"""
					.formatted(id));
		return id;
	}

	boolean isThere(DoorScene.Person owner, DoorScene.Route route, Map<String, String> names) {
		String list = switch (kind(route, names.keySet().iterator().next())) {
			case "children" -> "/children";
			case "sign-ins" -> "/account/sign-ins";
			case "invitations" -> "/organization/invitations";
			case "members" -> "/organization/members";
			default -> null;
		};
		if (list == null) {
			return true;
		}
		return this.client.get(owner.token(), list).expect(200).toString().contains(names.values().iterator().next());
	}

}
