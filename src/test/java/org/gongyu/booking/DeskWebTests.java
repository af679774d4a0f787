package org.gongyu.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.gongyu.organization.Organizations;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.account.Role;
import org.gongyu.activity.Pool;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatInventory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Staff book for whoever calls, out of the desk's own seats where there are some, and
 * never more than there are.
 */
class DeskWebTests {

	static Hub hub;

	static Stage stage;

	static PageClient desk;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
		desk = new PageClient(hub.address()).signIn("venue@example.org", Stage.PASSWORD);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void whoCallsIsBookedFromTheDesksOwnSeats() {
		String slot = slotWithDesk(3);
		String page = book(desk, slot, "周老师", 3).expect(200);
		assertThat(page).contains("周老师", "tel:13900000000");
		assertThat(left(slot, Pool.DESK)).isZero();
		assertThat(left(slot, Pool.PUBLIC)).isEqualTo(5);
		assertThat(book(desk, slot, "吴老师", 1).expect(409)).doesNotContain("tel:13900000001");
		assertThat(left(slot, Pool.PUBLIC)).isEqualTo(5);
	}

	@Test
	void aFormThatIsSentTwiceIsOneBooking() {
		String slot = stage.slot(600, 8);
		desk.get("/desk/slots/" + slot);
		Map<String, String> form = Map.of("name", "周老师", "phone", "139", "seats", "2", "key", "the same form");
		String first = desk.post("/desk/slots/" + slot + "/bookings", form).next();
		assertThat(desk.post("/desk/slots/" + slot + "/bookings", form).next()).isEqualTo(first);
		assertThat(stage.left(slot)).isEqualTo(6);
		assertThat(desk.get(first).expect(200)).contains("已约");
	}

	@Test
	void withoutSeatsOfItsOwnTheDeskTakesPublicOnes() {
		String slot = stage.slot(600, 8);
		book(desk, slot, "周老师", 7).expect(200);
		assertThat(stage.left(slot)).isEqualTo(1);
		book(desk, slot, "吴老师", 2).expect(409);
		assertThat(stage.left(slot)).isEqualTo(1);
		stage.hold(stage.family(), slot, 1).expect(201);
	}

	@Test
	void whatTheLedgerRefusesIsFreeAgainAtOnce() {
		String slot = stage.slot(600, 8);
		assertThat(stage.left(slot)).isEqualTo(8);
		hub.execute("update pool_seats set booked = 8 where slot_id = '" + slot + "'");
		book(desk, slot, "周老师", 5).expect(409);
		hub.execute("update pool_seats set booked = 0 where slot_id = '" + slot + "'");
		assertThat(stage.left(slot)).isEqualTo(8);
		book(desk, slot, "周老师", 8).expect(200);
		assertThat(stage.left(slot)).isZero();
	}

	@Test
	void seatsOfALiveHoldAreNotTheDesks() {
		String slot = stage.slot(600, 5);
		stage.hold(stage.family(), slot, 4).expect(201);
		book(desk, slot, "周老师", 2).expect(409);
		book(desk, slot, "周老师", 1).expect(200);
	}

	@Test
	void theDeskBooksWhileTheSlotTakesPlace() {
		String slot = stage.slot(600, 5);
		begin(slot);
		stage.hold(stage.family(), slot, 1).expect(409);
		book(desk, slot, "周老师", 2).expect(200);
	}

	@Test
	void whatIsMissingIsSaidAtItsField() {
		String slot = stage.slot(600, 5);
		desk.get("/desk/slots/" + slot).expect(200);
		String page = desk.post("/desk/slots/" + slot + "/bookings", Map.of("name", "", "phone", "139", "seats", "0"))
			.expect(400);
		assertThat(page).contains("value=\"139\"");
		assertThat(stage.left(slot)).isEqualTo(5);
	}

	@Test
	void onlyTheVenuesOwnStaffComeIn() {
		String slot = stage.slot(600, 5);
		PageClient other = new PageClient(hub.address()).signIn("other@example.org", Stage.PASSWORD);
		other.get("/desk").expect(200);
		other.get("/desk/slots/" + slot).expect(404);
		book(other, slot, "周老师", 1).expect(404);
		PageClient family = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		family.get("/").expect(200);
		family.get("/desk/slots/" + slot).expect(403);
		assertThat(new PageClient(hub.address()).get("/desk/slots/" + slot).next()).startsWith("/sign-in?");
		assertThat(stage.left(slot)).isEqualTo(5);
	}

	@Test
	void gateStaffSeeTheListAndBookNobody() {
		Organizations organizations = hub.bean(Organizations.class);
		UUID organization = Objects.requireNonNull(organizations.add(OrganizationKind.VENUE_OPERATOR, "venue").block());
		organizations.addStaff(organization, "gate@example.org", Stage.PASSWORD, "门岗", Set.of(Role.GATE_STAFF)).block();
		PageClient gate = new PageClient(hub.address()).signIn("gate@example.org", Stage.PASSWORD);
		String slot = stage.slot(600, 5);
		gate.get("/desk/slots/" + slot).expect(200);
		book(gate, slot, "周老师", 1).expect(403);
		assertThat(stage.left(slot)).isEqualTo(5);
	}

	private static PageClient.Page book(PageClient client, String slot, String name, int seats) {
		client.get("/desk/slots/" + slot);
		PageClient.Page answer = client.post("/desk/slots/" + slot + "/bookings", Map.of("name", name, "phone",
				"1390000000" + (name.equals("周老师") ? 0 : 1), "seats", String.valueOf(seats)));
		return (answer.status() == 303) ? client.get(answer.next()) : answer;
	}

	private static int left(String slot, Pool pool) {
		Availability count = hub.bean(SeatInventory.class).availability(UUID.fromString(slot)).block();
		return Objects.requireNonNull(count).remaining(pool);
	}

	private static String slotWithDesk(int seats) {
		String id = Stage.id(stage.client.post(stage.venue, "/activities", stage.activity()));
		Instant start = Instant.now().plusSeconds(36_000);
		String slot = Stage.id(stage.client.post(stage.venue, "/activities/" + id + "/slots",
				Map.of("startsAt", start.toString(), "endsAt", start.plusSeconds(3600).toString(), "pools",
						List.of(Map.of("pool", "PUBLIC", "capacity", 5), Map.of("pool", "DESK", "capacity", seats)))));
		stage.client.post(stage.venue, "/activities/" + id + "/publish", Map.of()).expect(200);
		return slot;
	}

	/** Moves the slot's start into the past. */
	private static void begin(String slot) {
		stage.left(slot);
		hub.execute("update slot_seats set starts_at = now() - interval '1 minute' where slot_id = '" + slot + "'");
		hub.bean(ReactiveStringRedisTemplate.class).delete("{" + slot + "}:image").block();
	}

}
