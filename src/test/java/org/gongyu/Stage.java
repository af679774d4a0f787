package org.gongyu;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.gongyu.organization.Organizations;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.account.Role;
import tools.jackson.databind.JsonNode;

/**
 * A hub with one venue and its people, and verbs to set a scene through the API.
 */
public final class Stage {

	public static final String PASSWORD = "correct horse";

	public final HubClient client;

	public final String venue;

	public final String otherVenue;

	public final String museum;

	public Stage(Hub hub) {
		this.client = new HubClient(hub.address());
		this.venue = manager(hub, "venue");
		this.otherVenue = manager(hub, "other");
		this.museum = museum("云溪博物馆", "MUSEUM");
	}

	private String manager(Hub hub, String name) {
		Organizations organizations = hub.bean(Organizations.class);
		UUID organization = Objects.requireNonNull(organizations.add(OrganizationKind.VENUE_OPERATOR, name).block());
		organizations.addStaff(organization, name + "@example.org", PASSWORD, name, Set.of(Role.VENUE_MANAGER)).block();
		return this.client.signIn(name + "@example.org", PASSWORD);
	}

	public String museum(String name, String kind) {
		return id(this.client.post(this.venue, "/venues", Map.of("name", name, "kind", kind, "region", "云溪区")));
	}

	/** A guardian who has just signed up. */
	public String family() {
		return this.client.signUp(UUID.randomUUID() + "@example.org", PASSWORD, "林");
	}

	public String child(String family, String birthMonth) {
		return id(this.client.post(family, "/children", Map.of("name", "小禾", "birthMonth", birthMonth, "consent", 1)));
	}

	public Map<String, Object> activity() {
		return new HashMap<>(Map.of("venueId", this.museum, "title", "小小讲解员", "category", "EXPERIENCE", "ageFrom", 6,
				"ageTo", 12, "admission", "FREE"));
	}

	/** A published slot that begins after some minutes. */
	public String slot(int minutes, int seats) {
		return slot(activity(), minutes, Map.of("pool", "PUBLIC", "capacity", seats));
	}

	public String slot(Map<String, Object> activity, int minutes, Map<String, Object> pool) {
		String id = id(this.client.post(this.venue, "/activities", activity));
		Instant start = Instant.now().plus(minutes, ChronoUnit.MINUTES);
		String slot = id(this.client.post(this.venue, "/activities/" + id + "/slots", Map.of("startsAt",
				start.toString(), "endsAt", start.plus(90, ChronoUnit.MINUTES).toString(), "pools", List.of(pool))));
		this.client.post(this.venue, "/activities/" + id + "/publish", Map.of()).expect(200);
		return slot;
	}

	/** Another published slot of the same activity. */
	public String another(String slot, int minutes) {
		String activity = this.client.get(null, "/slots/" + slot).expect(200).at("/activity/id").asString();
		Instant start = Instant.now().plus(minutes, ChronoUnit.MINUTES);
		String other = id(this.client.post(this.venue, "/activities/" + activity + "/slots",
				Map.of("startsAt", start.toString(), "endsAt", start.plus(90, ChronoUnit.MINUTES).toString(), "pools",
						List.of(Map.of("pool", "PUBLIC", "capacity", 5)))));
		this.client.post(this.venue, "/activities/" + activity + "/publish", Map.of()).expect(200);
		return other;
	}

	public static Map<String, Object> wish(String slot, Object seats) {
		return new HashMap<>(Map.of("items", List.of(Map.of("slotId", slot, "pool", "PUBLIC", "seats", seats))));
	}

	public HubClient.Answer hold(String family, String slot, int seats) {
		return this.client.hold(family, UUID.randomUUID().toString(), wish(slot, seats));
	}

	/** A confirmed booking. */
	public String booking(String family, String slot, int seats) {
		String hold = id(hold(family, slot, seats));
		return id(this.client.post(family, "/bookings", Map.of("holdId", hold)));
	}

	/** An entry in the waitlist of a slot whose only seat comes back then. */
	public JsonNode waiting(String family) {
		String slot = slot(600, 1);
		String other = family();
		String hold = id(hold(other, slot, 1));
		JsonNode waiting = this.client.post(family, "/waitlist", Map.of("slots", List.of(slot), "adults", 1))
			.expect(201);
		this.client.delete(other, "/holds/" + hold).expect(204);
		return waiting;
	}

	/** How many seats of the first pool that everybody may see are left. */
	public int left(String slot) {
		return this.client.get(null, "/slots/" + slot + "/availability")
			.expect(200)
			.path("pools")
			.get(0)
			.path("remaining")
			.asInt();
	}

	public static String id(HubClient.Answer answer) {
		return answer.expect(201).path("id").asString();
	}

}
