package org.gongyu;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.gongyu.organization.Organizations;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.account.Role;
import tools.jackson.databind.JsonNode;

/**
 * A fictional district, 云溪区: its venues, what they offer in the next three weeks, and
 * people who book. Everything goes through the API, as real venues and families would do
 * it.
 */
public final class DemoData {

	/** The password of all demo accounts. */
	public static final String PASSWORD = "demo-gongyu-2026";

	private static final int WEEKS = 3;

	private final HubClient client;

	private final String manager;

	private final Random random = new Random(2026);

	private DemoData(HubClient client) {
		this.client = client;
		this.manager = client.signIn("venue@demo.test", PASSWORD);
	}

	/**
	 * Fills an empty hub; one that is filled stays as it is.
	 */
	public static void load(Organizations organizations, String address) {
		HubClient client = new HubClient(address);
		if (client.post(null, "/auth/token", Map.of("login", "venue@demo.test", "password", PASSWORD))
			.status() == 200) {
			return;
		}
		var organization = Objects
			.requireNonNull(organizations.add(OrganizationKind.VENUE_OPERATOR, "云溪区文旅公益联盟").block());
		organizations.addStaff(organization, "venue@demo.test", PASSWORD, "云溪博物馆", Set.of(Role.VENUE_MANAGER)).block();
		organizations.addStaff(organization, "gate@demo.test", PASSWORD, "门岗", Set.of(Role.GATE_STAFF)).block();
		staff(organizations, OrganizationKind.DEPARTMENT, "云溪区教育局", "operator@demo.test", Role.OPERATOR);
		staff(organizations, OrganizationKind.DEPARTMENT, "云溪区教育局", "supervisor@demo.test", Role.SUPERVISOR);
		staff(organizations, OrganizationKind.SCHOOL, "云溪实验小学", "teacher@demo.test", Role.TEACHER);
		DemoData data = new DemoData(client);
		data.holidays();
		data.offers();
		data.people();
	}

	private static void staff(Organizations organizations, OrganizationKind kind, String name, String login,
			Role role) {
		organizations.add(kind, name)
			.flatMap(id -> organizations.addStaff(id, login, PASSWORD, login.substring(0, login.indexOf('@')),
					Set.of(role)))
			.block();
	}

	/** What the county will say of New Year, which every family looks forward to. */
	private void holidays() {
		int year = LocalDate.now().getYear() + 1;
		String operator = this.client.signIn("operator@demo.test", PASSWORD);
		List<Map<String, Object>> days = new ArrayList<>();
		for (int day = 1; day <= 3; day++) {
			days.add(Map.of("name", "元旦", "date", LocalDate.of(year, 1, day).toString(), "isOffDay", true));
		}
		this.client.put(operator, "/holidays", Map.of("year", year, "days", days)).expect(200);
	}

	private void offers() {
		List<String> venues = new ArrayList<>();
		for (DemoPlaces.Place place : DemoPlaces.PLACES) {
			venues.add(venue(place));
		}
		int made = 0;
		for (int i = 0; i < venues.size(); i++) {
			for (DemoPlaces.Offer offer : DemoPlaces.offers(DemoPlaces.PLACES.get(i), i)) {
				activity(venues.get(i), DemoPlaces.PLACES.get(i), offer, made++);
			}
		}
	}

	private String venue(DemoPlaces.Place place) {
		Map<String, Object> body = new HashMap<>(Map.of("name", place.name(), "kind", place.kind(), "region", "云溪区",
				"address", place.address(), "openingHours", "周二至周日 9:00–17:00", "phone",
				"0570-555" + (1000 + this.random.nextInt(9000)), "accessibility",
				place.accessible() ? List.of("STEP_FREE", "ACCESSIBLE_TOILET", "NURSING_ROOM") : List.of(),
				"bookingMode", place.mode()));
		body.put("position", Map.of("latitude", 28.93 + this.random.nextInt(80) / 1000.0, "longitude",
				118.83 + this.random.nextInt(80) / 1000.0));
		if (place.base() != null) {
			body.put("accreditations", List.of(Map.of("kind", place.base(), "level", "市级")));
		}
		return id(this.client.post(this.manager, "/venues", body).expect(201));
	}

	private void activity(String venue, DemoPlaces.Place place, DemoPlaces.Offer offer, int number) {
		Map<String, Object> body = new HashMap<>(
				Map.of("venueId", venue, "title", offer.title(), "titleEn", offer.english(), "summary", offer.summary(),
						"category", offer.category(), "ageFrom", offer.ageFrom(), "ageTo", offer.ageTo(), "admission",
						(offer.yuan() > 0) ? "DISCOUNTED" : "FREE", "priceCents", offer.yuan() * 100, "partyLimit", 5));
		body.put("hazards", offer.hazards());
		body.put("indoor", number % 5 != 3);
		body.put("stages", stages(offer.title()));
		body.put("questions", (number % 3 == 0) ? List.of(Map.of("key", "access", "kind", "ACCESS"),
				Map.of("key", "q2", "kind", "YES_NO", "text", "孩子第一次来吗？")) : List.of());
		if (offer.yuan() > 0) {
			body.put("concession", "持学生证半价，家庭经济困难免费");
		}
		String activity = id(this.client.post(this.manager, "/activities", body).expect(201));
		Map<String, Object> pool = new HashMap<>(Map.of("pool", "PUBLIC", "capacity", offer.seats()));
		if (number % 6 == 5) {
			pool.put("releaseDays", 3);
			pool.put("releaseTime", "17:00");
		}
		List<Map<String, Object>> pools = new ArrayList<>(List.of(pool));
		if (offer.seats() >= 20) {
			pools.add(Map.of("pool", "SCHOOL", "capacity", offer.seats(), "lapseHours", 48));
		}
		Map<String, Object> week = Map.of("from", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(), "weeks", WEEKS,
				"weekdays", offer.weekdays(), "starts", offer.starts(), "minutes", offer.minutes(), "pools", pools);
		this.client.post(this.manager, "/activities/" + activity + "/slots/weekly", week).expect(201);
		this.client.post(this.manager, "/activities/" + activity + "/publish", Map.of()).expect(200);
	}

	private static List<Map<String, Object>> stages(String title) {
		return List.of(
				Map.of("phase", "PRE_VISIT", "text", "和孩子聊一聊：关于“" + title + "”，已经知道什么，还想知道什么？写下三个问题带来。", "materials",
						List.of(Map.of("name", "导学单", "link", "https://example.org/guide.pdf"))),
				Map.of("phase", "ON_SITE", "text", "分组动手，老师带着完成一件作品或一次讲解。"),
				Map.of("phase", "POST_VISIT", "text", "回家讲给家人听，画一张海报。"));
	}

	private void people() {
		String family = this.client.signUp("family@demo.test", PASSWORD, "林妈妈");
		this.client
			.post(family, "/children", Map.of("name", "小禾", "birthMonth",
					YearMonth.now().minusYears(6).minusMonths(4).toString(), "schoolStage", "PRIMARY", "consent", 1))
			.expect(201);
		this.client
			.post(family, "/children", Map.of("name", "小麦", "birthMonth",
					YearMonth.now().minusYears(10).minusMonths(2).toString(), "schoolStage", "PRIMARY", "consent", 1))
			.expect(201);
		List<String> others = new ArrayList<>();
		for (int i = 1; i <= 6; i++) {
			others.add(this.client.signUp("family" + i + "@demo.test", PASSWORD, "家庭 " + i));
		}
		JsonNode page = this.client.get(null, "/slots?size=100").expect(200);
		int number = 0;
		for (JsonNode slot : page.path("items")) {
			int families = (number % 4 == 0) ? 6 : (number % 4 == 1) ? 3 : 0;
			for (int i = 0; i < families; i++) {
				book(others.get(i), slot.path("slot").asString());
			}
			number++;
		}
	}

	private void book(String family, String slot) {
		HubClient.Answer hold = this.client.hold(family, "demo-" + slot, Map.of("items",
				List.of(Map.of("slotId", slot, "pool", "PUBLIC", "seats", 2 + this.random.nextInt(3)))));
		if (hold.status() == 201) {
			this.client.post(family, "/bookings", Map.of("holdId", id(hold.body())));
		}
	}

	private static String id(JsonNode body) {
		return body.path("id").asString();
	}

}
