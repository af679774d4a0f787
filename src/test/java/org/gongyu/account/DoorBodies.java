package org.gongyu.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.gongyu.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A body that a request at a route may have.
 */
final class DoorBodies {

	private DoorBodies() {
	}

	static Object of(DoorScene.Route route, @Nullable Role role, Map<String, String> names) {
		return switch (route.toString()) {
			case "PUT /api/v1/children/{id}" -> Map.of("name", "小禾", "birthMonth", "2018-05");
			case "POST /api/v1/organizations/{id}/staff" ->
				Map.of("login", unique() + "@example.org", "password", Stage.PASSWORD, "name", "王", "job", "TEACHER");
			case "PUT /api/v1/alliances/{id}" -> Map.of("name", unique(), "rosterDays", 30);
			case "PUT /api/v1/organization/members/{account}", "POST /organization/members/{account}" ->
				Map.of("roles", List.of(String.valueOf(role)));
			case "PUT /api/v1/slots/{id}/draw/entry", "POST /slots/{id}/draw" -> Map.of("adults", 1);
			case "PUT /api/v1/bookings/{id}/answers" -> Map.of("answers", Map.of());
			case "PUT /api/v1/holidays" -> Map.of("year", 2031, "days", List.of());
			case "POST /activities/{id}/favourite" -> Map.of("keep", "true");
			case "PUT /api/v1/venues/{id}" -> Map.of("name", unique(), "kind", "MUSEUM", "region", "云溪区");
			case "PUT /api/v1/activities/{id}", "POST /desk/activities/{id}/edit" -> activity(names);
			case "POST /api/v1/activities/{id}/slots" -> slot();
			case "POST /api/v1/activities/{id}/slots/weekly" ->
				Map.of("from", LocalDate.now().plusDays(9).toString(), "weeks", 1, "weekdays", List.of("MONDAY"),
						"starts", "09:00", "minutes", 60, "pools", List.of(Map.of("pool", "PUBLIC", "capacity", 5)));
			case "POST /desk/activities/{id}/slots" -> Map.of("day", LocalDate.now().plusDays(9).toString(), "starts",
					"09:00", "minutes", "60", "publicSeats", "5");
			case "POST /api/v1/slots/{id}/withdraw", "POST /desk/activities/{id}/slots/{slot}/withdraw" ->
				Map.of("reason", "停电");
			case "PUT /api/v1/desk/slots/{id}/pools/{pool}" -> Map.of("capacity", 9);
			case "POST /desk/slots/{id}/capacity" -> Map.of("pool", "PUBLIC", "capacity", "9");
			case "POST /api/v1/desk/slots/{id}/bookings" -> Map.of("name", "周", "phone", "13800000000", "seats", 1);
			case "POST /desk/slots/{id}/bookings" ->
				Map.of("name", "周", "phone", "13800000000", "seats", "1", "key", unique());
			case "POST /bookings/{id}/move", "POST /api/v1/bookings/{id}/move" ->
				Map.of("slot", names.getOrDefault("other", UUID.randomUUID().toString()));
			case "POST /activities/{id}/wait" ->
				Map.of("waitFor", names.getOrDefault("slot", UUID.randomUUID().toString()), "adults", "1");
			case "POST /activities/{id}/hold" -> Map.of("slot",
					names.getOrDefault("slot", UUID.randomUUID().toString()), "adults", "1", "key", unique());
			default -> Map.of();
		};
	}

	private static Map<String, Object> activity(Map<String, String> names) {
		return Map.of("venueId", names.getOrDefault("venue", UUID.randomUUID().toString()), "title", "小小讲解员",
				"category", "EXPERIENCE", "ageFrom", 6, "ageTo", 12, "admission", "FREE", "cancelHours", 24,
				"partyLimit", 5);
	}

	static Map<String, Object> slot() {
		Instant start = Instant.now().plus(600, ChronoUnit.MINUTES);
		return Map.of("startsAt", start.toString(), "endsAt", start.plus(90, ChronoUnit.MINUTES).toString(), "pools",
				List.of(Map.of("pool", "PUBLIC", "capacity", 5)));
	}

	/** A slot whose draw takes entries. */
	static Map<String, Object> drawnSlot() {
		Instant now = Instant.now();
		Map<String, Object> slot = new HashMap<>(slot());
		slot.put("pools",
				List.of(Map.of(
						"pool", "PUBLIC", "capacity", 5, "draw", Map.of("opensAt", now.minusSeconds(60).toString(),
								"closesAt", now.plusSeconds(3600).toString()),
						"releasedAt", now.plusSeconds(7200).toString())));
		return slot;
	}

	/** A body as a form has it. */
	static Map<String, String> form(@Nullable Object body) {
		Map<String, String> form = new TreeMap<>();
		if (body instanceof Map<?, ?> fields) {
			fields.forEach((name, value) -> form.put(String.valueOf(name),
					(value instanceof List<?> many) ? String.valueOf(many.get(0)) : String.valueOf(value)));
		}
		return form;
	}

	static String unique() {
		return "x" + UUID.randomUUID().toString().replace("-", "");
	}

}
