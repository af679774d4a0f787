package org.gongyu.load.signin;

import java.time.Duration;

import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Sends requests to the hub over kept connections; the answers are status codes, their
 * bodies read to the end.
 */
final class HubClient implements AutoCloseable {

	private static final String PASSWORD = "lantern above river 4711";

	private final ConnectionProvider connections;

	private final HttpClient http;

	/**
	 * @param connections how many requests can be under way; others wait
	 */
	HubClient(String address, int connections) {
		this.connections = ConnectionProvider.builder("load")
			.maxConnections(connections)
			.pendingAcquireMaxCount(-1)
			.maxIdleTime(Duration.ofSeconds(30))
			.build();
		this.http = HttpClient.create(this.connections)
			.baseUrl(address)
			.responseTimeout(Duration.ofSeconds(60))
			.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json"));
	}

	/**
	 * Reads five venues of the catalogue.
	 */
	Mono<Integer> readVenues() {
		return status(this.http.get().uri("/api/v1/venues?size=5"));
	}

	/**
	 * Adds the account of a person.
	 */
	Mono<Integer> signUp(int person) {
		return post("/api/v1/accounts", """
				{"login": "person%d@load.test", "password": "%s", "name": "Person %d"}""".formatted(person, PASSWORD,
				person));
	}

	/**
	 * Signs a person in with the right password.
	 */
	Mono<Integer> signIn(int person) {
		return post("/api/v1/auth/token", """
				{"login": "person%d@load.test", "password": "%s"}""".formatted(person, PASSWORD));
	}

	private Mono<Integer> post(String path, String json) {
		return status(this.http.post().uri(path).send(ByteBufMono.fromString(Mono.just(json))));
	}

	private static Mono<Integer> status(HttpClient.ResponseReceiver<?> request) {
		return request.responseSingle((response, body) -> body.then().thenReturn(response.status().code()));
	}

	@Override
	public void close() {
		this.connections.dispose();
	}

}
