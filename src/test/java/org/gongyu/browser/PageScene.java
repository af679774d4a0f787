package org.gongyu.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.Stage;
import org.gongyu.account.Role;
import org.gongyu.admission.WaitingRooms;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.organization.Organizations;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/**
 * A hub in which there is something to see on every page, all of it named in letters that
 * both languages can read.
 */
final class PageScene {

	/**
	 * Who looks, and at which width.
	 */
	enum Reader {

		STRANGER(390), GUARDIAN(390), VENUE(1280), OPERATOR(1280), SUPERVISOR(1280);

		private final int width;

		Reader(int width) {
			this.width = width;
		}

		int width() {
			return this.width;
		}

	}

	private final HubClient client;

	private final Map<Reader, String> tokens = new HashMap<>();

	private final Map<Reader, Map<String, String>> pages = new HashMap<>();

	private final WaitingRooms rooms;

	PageScene(Hub hub) {
		this.client = new HubClient(hub.address());
		this.rooms = hub.bean(WaitingRooms.class);
		staff(hub, Reader.VENUE, OrganizationKind.VENUE_OPERATOR, Role.VENUE_MANAGER);
		staff(hub, Reader.OPERATOR, OrganizationKind.DEPARTMENT, Role.OPERATOR);
		staff(hub, Reader.SUPERVISOR, OrganizationKind.DEPARTMENT, Role.SUPERVISOR);
		this.tokens.put(Reader.GUARDIAN, this.client.signUp("lin@example.org", Stage.PASSWORD, "Lin"));
		String venue = Stage.id(this.client.post(token(Reader.VENUE), "/venues",
				Map.of("name", "Museum of the Cloud River and its Hundred Tributaries", "kind", "MUSEUM", "region",
						"Yunxi", "address", "1 Cloud Road", "accessibility", List.of("STEP_FREE", "LIFT"), "phone",
						"0570-5550101")));
		String activity = activity(venue);
		List<String> slots = slots(activity);
		family(slots, activity);
		venuePages(activity, slots.get(0));
		others(activity);
	}

	private void staff(Hub hub, Reader reader, OrganizationKind kind, Role role) {
		String login = reader.name().toLowerCase(Locale.ROOT) + "@example.org";
		Organizations organizations = hub.bean(Organizations.class);
		UUID organization = Objects.requireNonNull(organizations.add(kind, "Organization " + reader).block());
		organizations.addStaff(organization, login, Stage.PASSWORD, "Wang", Set.of(role)).block();
		this.tokens.put(reader, this.client.signIn(login, Stage.PASSWORD));
	}

	private String activity(String venue) {
		Map<String, Object> activity = new HashMap<>(Map.of("venueId", venue, "title", "Little guides", "summary",
				"Three things, told in own words.", "category", "EXPERIENCE", "ageFrom", 6, "ageTo", 12, "admission",
				"FREE", "namesRequired", true, "hazards", "Stairs", "concession", "Pupils with a card"));
		activity.put("stages", List.of(Map.of("phase", "PRE_VISIT", "text", "Write three questions down.", "materials",
				List.of(Map.of("name", "Guide", "link", "https://example.org/guide")))));
		activity.put("questions", List.of(Map.of("key", "diet", "kind", "DIET"),
				Map.of("key", "first", "kind", "YES_NO", "text", "Here for the first time?")));
		return Stage.id(this.client.post(token(Reader.VENUE), "/activities", activity));
	}

	private List<String> slots(String activity) {
		List<String> slots = new ArrayList<>();
		for (int day = 4; day < 10; day++) {
			var start = Instant.now().plus(Duration.ofDays(day));
			Map<String, Object> pool = new HashMap<>(Map.of("pool", "PUBLIC", "capacity", 3));
			if (day == 8) {
				pool.put("releasedAt", Instant.now().plus(Duration.ofDays(1)).toString());
			}
			if (day == 9) {
				pool.put("draw", Map.of("opensAt", Instant.now().toString(), "closesAt",
						Instant.now().plus(Duration.ofDays(2)).toString()));
			}
			slots.add(Stage
				.id(this.client.post(token(Reader.VENUE), "/activities/" + activity + "/slots", Map.of("startsAt",
						start.toString(), "endsAt", start.plusSeconds(5400).toString(), "pools", List.of(pool)))));
		}
		this.client.post(token(Reader.VENUE), "/activities/" + activity + "/publish", Map.of()).expect(200);
		return slots;
	}

	private void family(List<String> slots, String activity) {
		String family = token(Reader.GUARDIAN);
		this.client.put(family, "/consents/NAME_TO_VENUE", Map.of("version", 1, "given", true));
		String child = Stage
			.id(this.client.post(family, "/children", Map.of("name", "Ming", "birthMonth", "2018-05", "consent", 1)));
		String booking = Stage.id(this.client.post(family, "/bookings", Map.of("holdId",
				hold(family, slots.get(0), child), "answers", Map.of("first", "YES", "diet", "HALAL"))));
		String waiting = this.client.signUp("zhou@example.org", Stage.PASSWORD, "Zhou");
		this.client.put(waiting, "/consents/NAME_TO_VENUE", Map.of("version", 1, "given", true));
		String other = Stage
			.id(this.client.post(waiting, "/children", Map.of("name", "Hua", "birthMonth", "2017-05", "consent", 1)));
		hold(waiting, slots.get(1), other);
		this.client.post(family, "/waitlist",
				Map.of("slots", List.of(slots.get(1)), "adults", 1, "children", List.of(child)));
		this.client
			.put(family, "/slots/" + slots.get(5) + "/draw/entry", Map.of("adults", 1, "children", List.of(child)))
			.expect(200);
		String hold = hold(family, slots.get(2), child);
		String invitation = this.client.post(family, "/guardians/invitations", Map.of())
			.expect(201)
			.path("token")
			.asString();
		await().until(() -> this.client.get(family, "/notices").expect(200).path("items").size() > 0);
		put(Reader.GUARDIAN, "home", "/", "activity", "/activities/" + activity, "line",
				line(family, slots.get(3), child), "hold", "/holds/" + hold, "hold-over", "/holds/nothing", "bookings",
				"/bookings", "ticket", "/bookings/" + booking, "move", "/bookings/" + booking + "/move", "party",
				"/bookings/" + booking + "/party", "answers", "/bookings/" + booking + "/answers", "ticket-calendar",
				"/bookings/" + booking + "/calendar", "calendar", "/calendar", "inbox", "/notices", "waitlist",
				"/waitlist", "draw", "/slots/" + slots.get(5) + "/draw", "favourites", "/favourites", "children",
				"/children", "child", "/children/" + child, "voucher", "/voucher", "guardians", "/guardians",
				"guardian-join", "/guardians/join/" + invitation, "consents", "/consents", "my-data", "/my-data",
				"account", "/account", "second-factor", "/account/second-factor", "verification",
				"/account/verification", "register", "/organizations/new", "choose",
				"/activities/" + activity + "/choose");
	}

	private String hold(String family, String slot, String child) {
		Map<String, Object> wish = Stage.wish(slot, 2);
		wish.put("party", Map.of("adults", 1, "children", List.of(child)));
		return Stage.id(this.client.hold(family, UUID.randomUUID().toString(), wish));
	}

	/** The page of a place in line. */
	private String line(String family, String slot, String child) {
		this.rooms.open(UUID.fromString(slot)).block();
		Map<String, Object> wish = Stage.wish(slot, 2);
		wish.put("party", Map.of("adults", 1, "children", List.of(child)));
		return "/line/" + this.client.hold(family, UUID.randomUUID().toString(), wish)
			.expect(429)
			.at("/place/ticket")
			.asString() + "?slot=" + slot + "&adults=1&children=" + child + "&key=0123456789";
	}

	private void venuePages(String activity, String slot) {
		String invited = this.client
			.post(token(Reader.VENUE), "/organization/invitations", Map.of("roles", List.of("VENUE_MANAGER")))
			.expect(201)
			.path("token")
			.asString();
		put(Reader.VENUE, "desk", "/desk", "slot", "/desk/slots/" + slot, "roster", "/desk/slots/" + slot + "/roster",
				"activities", "/desk/activities", "new", "/desk/activities/new", "activity",
				"/desk/activities/" + activity, "edit", "/desk/activities/" + activity + "/edit", "picture",
				"/desk/activities/" + activity + "/picture", "import", "/desk/import", "organization", "/organization",
				"join", "/join/" + invited);
	}

	private void others(String activity) {
		put(Reader.STRANGER, "home", "/", "week", "/?view=week", "nothing", "/?q=dinosaur", "activity",
				"/activities/" + activity, "rules", "/rules", "sign-in", "/sign-in", "sign-up", "/sign-up", "forgot",
				"/forgot", "offline", "/offline", "offer-over", "/offers/nothing", "problem", "/no-such-page");
		put(Reader.OPERATOR, "operator", "/operator", "holidays", "/operator/holidays", "jobs", "/operator/jobs",
				"dead-letters", "/operator/dead-letters", "audit", "/operator/audit", "audit-check",
				"/operator/audit/check");
		put(Reader.SUPERVISOR, "vouchers", "/vouchers", "account", "/account");
	}

	private void put(Reader reader, String... namesAndPaths) {
		Map<String, String> all = new LinkedHashMap<>();
		for (int i = 0; i < namesAndPaths.length; i += 2) {
			all.put(namesAndPaths[i], namesAndPaths[i + 1]);
		}
		this.pages.put(reader, all);
	}

	@Nullable String token(Reader reader) {
		return this.tokens.get(reader);
	}

	/** What the reader may see: paths by name. */
	Map<String, String> pages(Reader reader) {
		return this.pages.getOrDefault(reader, Map.of());
	}

	List<String> all() {
		return this.pages.values().stream().flatMap(paths -> paths.values().stream()).toList();
	}

}
