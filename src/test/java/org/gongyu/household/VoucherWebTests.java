package org.gongyu.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.gongyu.account.Role;
import org.gongyu.organization.OrganizationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Care vouchers open seats that are kept, to one household, until they are revoked; and
 * nothing that anybody sees tells such a seat from another.
 */
class VoucherWebTests {

	static Hub hub;

	static Stage stage;

	static String school;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
		Staff.add(hub, OrganizationKind.SCHOOL, "云溪小学", "school@example.org", Role.SCHOOL_ADMIN);
		school = stage.client.signIn("school@example.org", Stage.PASSWORD);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	/** A slot with one seat for everybody and two that are kept. */
	private static String slot() {
		String activity = Stage.id(stage.client.post(stage.venue, "/activities", stage.activity()));
		var start = java.time.Instant.now().plusSeconds(36_000);
		String slot = Stage.id(stage.client.post(stage.venue, "/activities/" + activity + "/slots",
				Map.of("startsAt", start.toString(), "endsAt", start.plusSeconds(3600).toString(), "pools",
						List.of(Map.of("pool", "PUBLIC", "capacity", 1), Map.of("pool", "CARE", "capacity", 2)))));
		stage.client.post(stage.venue, "/activities/" + activity + "/publish", Map.of()).expect(200);
		return slot;
	}

	private static String code() {
		return stage.client.post(school, "/vouchers", Map.of()).expect(201).path("code").asString();
	}

	private static String cared() {
		String family = stage.family();
		stage.client.post(family, "/vouchers/redeem", Map.of("code", code().toLowerCase().replace("-", " ")))
			.expect(204);
		return family;
	}

	@Test
	void aVoucherOpensSeatsThatAreKept() {
		String slot = slot();
		String cared = cared();
		stage.booking(cared, slot, 2);
		assertThat(stage.left(slot)).isEqualTo(1);
		stage.booking(stage.family(), slot, 1);
		stage.hold(stage.family(), slot, 1).expect(409);
	}

	@Test
	void withAVoucherTheOtherSeatsAreOpenToo() {
		String slot = slot();
		stage.booking(cared(), slot, 2);
		stage.booking(cared(), slot, 1);
		assertThat(stage.left(slot)).isZero();
	}

	@Test
	void nothingTellsSuchASeatFromAnother() {
		String slot = slot();
		String cared = cared();
		HubClient.Answer hold = stage.hold(cared, slot, 1);
		String plain = Stage.id(stage.hold(stage.family(), slot, 1));
		assertThat(hold.body().toString()).doesNotContain("CARE");
		String booking = Stage.id(stage.client.post(cared, "/bookings", Map.of("holdId", Stage.id(hold))));
		assertThat(stage.client.get(cared, "/bookings/" + booking).expect(200).path("pool").asString())
			.isEqualTo("PUBLIC");
		assertThat(stage.client.get(stage.venue, "/desk/slots/" + slot + "/bookings").expect(200).toString())
			.doesNotContain("CARE");
		assertThat(stage.client.get(cared, "/my-data").expect(200).toString()).doesNotContain("CARE");
		assertThat(Stage.id(hold)).hasSameSizeAs(plain);
	}

	@Test
	void aCodeSaysNothingOfItsSeats() {
		List<Byte> pools = new ArrayList<>();
		String cared = cared();
		for (int i = 0; i < 3; i++) {
			byte[] capsule = java.util.Base64.getUrlDecoder().decode(Stage.id(stage.hold(cared, slot(), 1)));
			pools.add(capsule[65]);
		}
		assertThat(pools.stream().distinct().count()).as("the pool's place in the capsule").isGreaterThan(1);
	}

	@Test
	void theSameRequestIsTheSameHoldWhereverItsSeatsAre() {
		String slot = slot();
		String cared = cared();
		String key = UUID.randomUUID().toString();
		String first = Stage.id(stage.client.hold(cared, key, Stage.wish(slot, 2)));
		assertThat(Stage.id(stage.client.hold(cared, key, Stage.wish(slot, 2)))).isEqualTo(first);
		stage.client.delete(cared, "/holds/" + first).expect(204);
		stage.booking(cared(), slot, 2);
		assertThat(stage.left(slot)).isEqualTo(1);
	}

	@Test
	void oneHouseholdUsesACode() {
		String code = code();
		String first = stage.family();
		stage.client.post(first, "/vouchers/redeem", Map.of("code", code)).expect(204);
		stage.client.post(first, "/vouchers/redeem", Map.of("code", code)).expect(204);
		stage.client.post(stage.family(), "/vouchers/redeem", Map.of("code", code)).expect(410);
		stage.client.post(stage.family(), "/vouchers/redeem", Map.of("code", "AAAA-BBBB-CCCC-DDDD")).expect(410);
	}

	@Test
	void aRevokedVoucherOpensNothing() {
		String slot = slot();
		String cared = cared();
		stage.client.get(school, "/vouchers")
			.expect(200)
			.path("items")
			.forEach(each -> stage.client.delete(school, "/vouchers/" + each.path("id").asString()).expect(204));
		stage.booking(stage.family(), slot, 1);
		stage.hold(cared, slot, 1).expect(409);
	}

	@Test
	void aSchoolHandsOneOutInTheBrowser() {
		PageClient desk = new PageClient(hub.address()).signIn("school@example.org", Stage.PASSWORD);
		desk.get("/vouchers").expect(200);
		String code = desk.post("/vouchers", Map.of())
			.expect(200)
			.replaceAll("(?s).*>([2-9A-Z]{4}(?:-[2-9A-Z]{4}){3})<.*", "$1");
		PageClient family = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		family.get("/voucher").expect(200);
		family.post("/voucher", Map.of("code", "wrong")).expect(410);
		family.post("/voucher", Map.of("code", code)).next();
		assertThat(family.get("/voucher").expect(200)).contains("凭证有效");
	}

}
