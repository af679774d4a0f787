package org.gongyu.load.scenario;

import java.util.UUID;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/**
 * What a family does. A refusal is an answer and no error; it leaves no {@code hold}
 * behind.
 */
final class Acts {

	static final HttpProtocolBuilder PROTOCOL = http.baseUrl(Hub.ADDRESS + "/api/v1")
		.acceptHeader("application/json")
		.contentTypeHeader("application/json")
		.shareConnections();

	private Acts() {
	}

	/** Needs {@code token} and {@code slot}. */
	static ChainBuilder hold() {
		return exec(session -> session.set("key", UUID.randomUUID().toString()).remove("hold").remove("booking"))
			.exec(by(http("hold").post("/holds")).header("Idempotency-Key", "#{key}")
				.body(StringBody("{\"items\":[{\"slotId\":\"#{slot}\",\"pool\":\"PUBLIC\",\"seats\":1}]}"))
				.check(status().in(201, 409, 429, 503), jsonPath("$.id").optional().saveAs("hold")));
	}

	static ChainBuilder confirm() {
		return doIf(session -> session.contains("hold"))
			.then(exec(by(http("confirm").post("/bookings")).body(StringBody("{\"holdId\":\"#{hold}\"}"))
				.check(status().in(200, 201, 503), jsonPath("$.id").optional().saveAs("booking"))));
	}

	static ChainBuilder cancel() {
		return doIf(session -> session.contains("booking"))
			.then(exec(by(http("cancel").post("/bookings/#{booking}/cancel")).check(status().is(200))));
	}

	static ChainBuilder release() {
		return doIf(session -> session.contains("hold"))
			.then(exec(by(http("release").delete("/holds/#{hold}")).check(status().in(204, 409))));
	}

	static HttpRequestActionBuilder by(HttpRequestActionBuilder request) {
		return request.header("Authorization", "Bearer #{token}");
	}

}
