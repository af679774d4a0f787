package org.gongyu;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever has read a catalogue already is told in a few bytes that it is still the same,
 * and never when it is not.
 */
class EntityTagsWebTests {

	static Hub hub;

	static Stage stage;

	static String slot;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.activity.offer-cache=1ms");
		stage = new Stage(hub);
		slot = stage.slot(600, 10);
		await().until(() -> stage.client.get(null, "/slots/" + slot)
			.expect(200)
			.path("slot")
			.path("seatsLeft")
			.asInt() == 10);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/venues", "/venues/{museum}", "/slots/{slot}", "/activities/{activity}" })
	void whatIsTheSameIsNotSentAgain(String path) {
		String activity = stage.client.get(null, "/slots/" + slot).expect(200).path("activity").path("id").asString();
		String there = path.replace("{museum}", stage.museum).replace("{slot}", slot).replace("{activity}", activity);
		ResponseEntity<String> first = get(there, null, null);
		String tag = Objects.requireNonNull(first.getHeaders().getETag());
		assertThat(first.getBody()).isNotBlank();
		assertThat(first.getHeaders().getCacheControl()).isEqualTo("no-cache");
		for (String known : new String[] { tag, "W/" + tag, "\"other\", " + tag }) {
			ResponseEntity<String> again = get(there, known, null);
			assertThat(again.getStatusCode().value()).as(known).isEqualTo(304);
			assertThat(again.getBody()).isNull();
			assertThat(again.getHeaders().getETag()).isEqualTo(tag);
		}
		assertThat(get(there, "\"other\"", null).getBody()).isEqualTo(first.getBody());
	}

	@Test
	void whatHasChangedIsSentAnew() {
		String museum = stage.museum("馆" + UUID.randomUUID(), "MUSEUM");
		String tag = get("/venues/" + museum, null, null).getHeaders().getETag();
		stage.client
			.put(stage.venue, "/venues/" + museum,
					Map.of("name", "新馆" + UUID.randomUUID(), "kind", "MUSEUM", "region", "云溪区"))
			.expect(200);
		ResponseEntity<String> fresh = get("/venues/" + museum, tag, null);
		assertThat(fresh.getStatusCode().value()).isEqualTo(200);
		assertThat(fresh.getBody()).contains("新馆");
		assertThat(fresh.getHeaders().getETag()).isNotEqualTo(tag);
	}

	@Test
	void aSlotThatIsWithdrawnIsSentAnew() {
		String withdrawn = stage.slot(700, 10);
		String tag = get("/slots/" + withdrawn, null, null).getHeaders().getETag();
		stage.client.post(stage.venue, "/slots/" + withdrawn + "/withdraw", Map.of("reason", "停电")).expect(200);
		ResponseEntity<String> fresh = get("/slots/" + withdrawn, tag, null);
		assertThat(fresh.getStatusCode().value()).isEqualTo(200);
		assertThat(fresh.getBody()).contains("停电");
	}

	@Test
	void whatIsSomebodysOwnIsNotForCaches() {
		String family = stage.family();
		ResponseEntity<String> own = get("/bookings", null, family);
		String tag = Objects.requireNonNull(own.getHeaders().getETag());
		assertThat(own.getHeaders().getCacheControl()).contains("no-store");
		assertThat(get("/bookings", tag, family).getStatusCode().value()).isEqualTo(304);
		stage.booking(family, stage.slot(800, 5), 1);
		assertThat(get("/bookings", tag, family).getStatusCode().value()).isEqualTo(200);
		assertThat(get("/bookings", tag, stage.family()).getStatusCode().value()).isEqualTo(304);
	}

	@Test
	void aRefusalHasNoTag() {
		ResponseEntity<String> refused = get("/venues/" + UUID.randomUUID(), "*", null);
		assertThat(refused.getStatusCode().value()).isEqualTo(404);
		assertThat(refused.getHeaders().getETag()).isNull();
		assertThat(refused.getBody()).contains("NO_SUCH_VENUE");
	}

	private static ResponseEntity<String> get(String path, @Nullable String known, @Nullable String token) {
		return Objects.requireNonNull(WebClient.create(hub.address() + "/api/v1").get().uri(path).headers(headers -> {
			if (known != null) {
				headers.set(HttpHeaders.IF_NONE_MATCH, known);
			}
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).exchangeToMono(answer -> answer.toEntity(String.class)).block());
	}

}
