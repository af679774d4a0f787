package org.gongyu.load.scenario;

import java.time.Duration;

import io.gatling.javaapi.core.Simulation;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

/**
 * Families who look for something: what there is, one activity, its seats.
 */
public final class Browse extends Simulation {

	{
		var looks = exec(
				http("find").get("/slots?free=true").check(jsonPath("$.items[0].slot").optional().saveAs("slot")))
			.pause(1)
			.doIf(session -> session.contains("slot"))
			.then(exec(http("slot").get("/slots/#{slot}")).pause(1)
				.exec(http("seats").get("/slots/#{slot}/availability")));
		setUp(scenario("browse").exec(looks)
			.injectOpen(rampUsersPerSec(1).to(Hub.RATE).during(Duration.ofSeconds(10)),
					constantUsersPerSec(Hub.RATE).during(Duration.ofSeconds(Hub.SECONDS)).randomized()))
			.protocols(Acts.PROTOCOL)
			.assertions(global().failedRequests().count().is(0L));
	}

}
