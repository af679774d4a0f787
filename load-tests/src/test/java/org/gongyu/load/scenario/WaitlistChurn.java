package org.gongyu.load.scenario;

import java.time.Duration;
import java.time.Instant;

import io.gatling.javaapi.core.Simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/**
 * A slot that is always sold out: who comes books and cancels soon after, or waits for a
 * while and gives up.
 */
public final class WaitlistChurn extends Simulation {

	{
		Hub hub = new Hub();
		String slot = hub.slots(1, Math.max(1, Hub.SEATS / 4), Instant.now()).get(0);
		var waits = exec(Acts.by(http("wait").post("/waitlist"))
			.body(StringBody("{\"slots\":[\"#{slot}\"],\"adults\":1}"))
			.check(status().in(200, 201, 409, 429), jsonPath("$.id").optional().saveAs("waiting"))).pause(3)
			.doIf(session -> session.contains("waiting"))
			.then(exec(Acts.by(http("give up").delete("/waitlist/#{waiting}")).check(status().in(200, 204, 404, 409))));
		var comes = exec(session -> session.set("slot", slot)).exec(feed(listFeeder(hub.families()).circular()))
			.exec(Acts.hold())
			.doIfOrElse(session -> session.contains("hold"))
			.then(exec(Acts.confirm()).pause(2).exec(Acts.cancel()))
			.orElse(waits);
		setUp(scenario("waitlist churn").exec(comes)
			.injectOpen(constantUsersPerSec(Hub.RATE / 2.0).during(Duration.ofSeconds(Hub.SECONDS)).randomized()))
			.protocols(Acts.PROTOCOL)
			.assertions(global().failedRequests().count().is(0L));
	}

}
