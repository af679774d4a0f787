package org.gongyu.load.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hub that is put under load, and what has to be there before: slots and families
 * with their tokens. Settings are system properties, {@code -Dhub=http://localhost:8080}.
 */
final class Hub {

	static final String ADDRESS = System.getProperty("hub", "http://localhost:8080");

	static final int FAMILIES = Integer.getInteger("families", 60);

	static final int SECONDS = Integer.getInteger("seconds", 60);

	static final int RATE = Integer.getInteger("rate", 20);

	static final int SEATS = Integer.getInteger("seats", 20);

	private static final String PASSWORD = System.getProperty("password", "demo-gongyu-2026");

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	private final String venue = token(System.getProperty("venue", "venue@demo.test"));

	/**
	 * A token for each family; one that is not there yet signs up.
	 */
	List<Map<String, Object>> families() {
		return IntStream.range(0, FAMILIES)
			.mapToObj(i -> Map.<String, Object>of("token", family("load-" + i + "@load.test")))
			.toList();
	}

	private String family(String login) {
		HttpResponse<String> known = post(null, "/auth/token", Map.of("login", login, "password", PASSWORD));
		if (known.statusCode() != 200) {
			created(post(null, "/accounts", Map.of("login", login, "password", PASSWORD, "name", "Load")));
		}
		return token(login);
	}

	private String token(String login) {
		HttpResponse<String> answer = post(null, "/auth/token", Map.of("login", login, "password", PASSWORD));
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(login + " cannot sign in: " + answer.statusCode() + " " + answer.body());
		}
		return read(answer).path("accessToken").asString();
	}

	/**
	 * New slots of a new activity.
	 * @param released from when their seats can be held
	 */
	List<String> slots(int count, int seats, Instant released) {
		String place = created(post(this.venue, "/venues",
				Map.of("name", "Load " + Instant.now(), "kind", "MUSEUM", "region", "Load")));
		String activity = created(post(this.venue, "/activities", Map.of("venueId", place, "title", "Load", "category",
				"EXPERIENCE", "ageFrom", 6, "ageTo", 12, "admission", "FREE", "adultRequired", false)));
		List<String> slots = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Instant start = Instant.now().plus(5, ChronoUnit.DAYS).plus(i, ChronoUnit.HOURS);
			slots.add(created(post(this.venue, "/activities/" + activity + "/slots",
					Map.of("startsAt", start.toString(), "endsAt", start.plus(1, ChronoUnit.HOURS).toString(), "pools",
							List.of(Map.of("pool", "PUBLIC", "capacity", seats, "releasedAt", released.toString()))))));
		}
		post(this.venue, "/activities/" + activity + "/publish", Map.of());
		return slots;
	}

	private String created(HttpResponse<String> answer) {
		if (answer.statusCode() != 201) {
			throw new IllegalStateException(
					answer.uri() + " answers " + answer.statusCode() + " " + answer.body() + ", see the README");
		}
		return read(answer).path("id").asString("");
	}

	private JsonNode read(HttpResponse<String> answer) {
		return this.json.readTree(answer.body());
	}

	private HttpResponse<String> post(String token, String path, Map<String, ?> body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ADDRESS + "/api/v1" + path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(body)));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException("There is no hub at " + ADDRESS, ex);
		}
	}

}
