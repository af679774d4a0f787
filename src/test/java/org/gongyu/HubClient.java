package org.gongyu;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client of the API, as a test speaks it.
 */
public final class HubClient {

	private static final JsonMapper JSON = new JsonMapper();

	/** No answer at all is a failure, not a reason to wait for ever. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final WebClient web;

	public HubClient(String address) {
		this.web = WebClient.create(address + "/api/v1");
	}

	/**
	 * An answer.
	 */
	public record Answer(int status, JsonNode body, HttpHeaders headers) {

		/**
		 * The body, if the status is the expected one.
		 */
		public JsonNode expect(int expected) {
			assertThat(this.status).as("%s", this.body).isEqualTo(expected);
			return this.body;
		}

	}

	public String signUp(String login, String password, String name) {
		return post(null, "/accounts", Map.of("login", login, "password", password, "name", name)).expect(201)
			.path("accessToken")
			.asString();
	}

	public String signIn(String login, String password) {
		return post(null, "/auth/token", Map.of("login", login, "password", password)).expect(200)
			.path("accessToken")
			.asString();
	}

	public Answer hold(@Nullable String token, String key, Object body) {
		return send(HttpMethod.POST, token, "/holds", body, key);
	}

	public Answer post(@Nullable String token, String path, Object body) {
		return send(HttpMethod.POST, token, path, body, null);
	}

	public Answer put(@Nullable String token, String path, Object body) {
		return send(HttpMethod.PUT, token, path, body, null);
	}

	public Answer delete(@Nullable String token, String path) {
		return send(HttpMethod.DELETE, token, path, null, null);
	}

	public Answer get(@Nullable String token, String path) {
		return send(HttpMethod.GET, token, path, null, null);
	}

	/**
	 * Only the status, of answers that may not end, too; an Idempotency-Key is sent
	 * along.
	 */
	public int statusOf(HttpMethod method, @Nullable String token, String path, @Nullable Object body) {
		return Objects.requireNonNull(request(method, token, path, body, UUID.randomUUID().toString())
			.exchangeToMono(response -> response.releaseBody()
				.timeout(Duration.ofMillis(200), Mono.empty())
				.thenReturn(response.statusCode().value()))
			.block(PATIENCE));
	}

	/**
	 * Sends a form with a file, or without one.
	 */
	public Answer upload(@Nullable String token, String path, byte @Nullable [] file, Map<String, String> fields) {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		fields.forEach(form::part);
		if (file != null) {
			form.part("file", file).filename("file");
		}
		return send(HttpMethod.POST, token, path, BodyInserters.fromMultipartData(form.build()), null);
	}

	private Answer send(HttpMethod method, @Nullable String token, String path, @Nullable Object body,
			@Nullable String key) {
		Answer answer = request(method, token, path, body, key)
			.exchangeToMono(response -> response.bodyToMono(String.class)
				.defaultIfEmpty("")
				.map(text -> new Answer(response.statusCode().value(), read(text), response.headers().asHttpHeaders())))
			.block(PATIENCE);
		return Objects.requireNonNull(answer);
	}

	private WebClient.RequestHeadersSpec<?> request(HttpMethod method, @Nullable String token, String path,
			@Nullable Object body, @Nullable String key) {
		var request = this.web.method(method).uri(path).headers(headers -> {
			headers.set(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN");
			if (token != null) {
				headers.setBearerAuth(token);
			}
			if (key != null) {
				headers.set("Idempotency-Key", key);
			}
		});
		if (body instanceof BodyInserters.MultipartInserter form) {
			request.body(form);
		}
		else if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON)
				.bodyValue((body instanceof String) ? body : JSON.writeValueAsString(body));
		}
		return request;
	}

	private static JsonNode read(String text) {
		return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
	}

}
