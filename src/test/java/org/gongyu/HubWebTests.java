package org.gongyu;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.gongyu.organization.Organizations;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.account.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The thinnest whole walk over HTTP: a venue publishes, a family holds, confirms and
 * cancels.
 */
class HubWebTests {

	static Hub hub;

	static HubClient client;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		client = new HubClient(hub.address());
		var organizations = hub.bean(Organizations.class);
		var organization = Objects.requireNonNull(organizations.add(OrganizationKind.VENUE_OPERATOR, "云溪博物馆").block());
		organizations.addStaff(organization, "venue@demo.test", "demo-gongyu-2026", "馆长", Set.of(Role.VENUE_MANAGER))
			.block();
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void aFamilyBooksWhatAVenuePublished() {
		String venue = client.signIn("venue@demo.test", "demo-gongyu-2026");
		String museum = client.post(venue, "/venues", Map.of("name", "云溪博物馆", "kind", "MUSEUM", "region", "云溪区"))
			.expect(201)
			.path("id")
			.asString();
		String activity = client
			.post(venue, "/activities", Map.of("venueId", museum, "title", "小小讲解员", "category", "EXPERIENCE", "ageFrom",
					6, "ageTo", 10, "admission", "FREE"))
			.expect(201)
			.path("id")
			.asString();
		Instant start = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
		String slot = client
			.post(venue, "/activities/" + activity + "/slots",
					Map.of("startsAt", start.toString(), "endsAt", start.plus(90, ChronoUnit.MINUTES).toString(),
							"pools", List.of(Map.of("pool", "PUBLIC", "capacity", 3))))
			.expect(201)
			.path("id")
			.asString();
		client.post(venue, "/activities/" + activity + "/publish", Map.of()).expect(200);

		JsonNode found = client.get(null, "/slots?q=讲解").expect(200);
		assertThat(found.path("items")).hasSize(1);

		String family = client.signUp("lin@example.org", "correct horse", "林");
		Map<String, Object> wish = Map.of("items", List.of(Map.of("slotId", slot, "pool", "PUBLIC", "seats", 2)));
		JsonNode hold = client.hold(family, "key-1", wish).expect(201);
		assertThat(client.hold(family, "key-1", wish).expect(201)).isEqualTo(hold);
		assertThat(client.get(null, "/slots/" + slot + "/availability")
			.expect(200)
			.path("pools")
			.get(0)
			.path("remaining")
			.asInt()).isEqualTo(1);
		JsonNode booking = client.post(family, "/bookings", Map.of("holdId", hold.path("id").asString())).expect(201);
		assertThat(booking.path("state").asString()).isEqualTo("CONFIRMED");
		assertThat(client.post(family, "/bookings", Map.of("holdId", hold.path("id").asString())).expect(201))
			.isEqualTo(booking);
		JsonNode refused = client.hold(family, "key-2", wish).expect(409);
		assertThat(refused.path("code").asString()).isEqualTo("SOLD_OUT");
		assertThat(refused.path("remaining").asInt()).isEqualTo(1);
		client.post(family, "/bookings/" + booking.path("id").asString() + "/cancel", Map.of()).expect(200);
		assertThat(client.get(null, "/slots/" + slot + "/availability")
			.expect(200)
			.path("pools")
			.get(0)
			.path("remaining")
			.asInt()).isEqualTo(3);
	}

}
