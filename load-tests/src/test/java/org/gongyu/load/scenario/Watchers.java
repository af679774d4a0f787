package org.gongyu.load.scenario;

import java.time.Duration;
import java.time.Instant;

import io.gatling.javaapi.core.Simulation;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.sse;

/**
 * Many watch the seats of one slot while some are booked: {@code -Dwatchers=500}.
 */
public final class Watchers extends Simulation {

	private static final int WATCHERS = Integer.getInteger("watchers", 500);

	private static final Duration ARRIVAL = Duration.ofSeconds(10);

	{
		Hub hub = new Hub();
		String slot = hub.slots(1, 100_000, Instant.now()).get(0);
		var watches = exec(sse("watch").get("/slots/" + slot + "/events")
			.await(30)
			.on(sse.checkMessage("seats").check(jsonPath("$.data").optional()))).pause(Hub.SECONDS)
			.exec(sse("leave").close());
		var books = exec(session -> session.set("slot", slot)).exec(feed(listFeeder(hub.families()).circular()))
			.exec(Acts.hold())
			.exec(Acts.confirm());
		setUp(scenario("watchers").exec(watches).injectOpen(rampUsers(WATCHERS).during(ARRIVAL)),
				scenario("bookings").exec(books)
					.injectOpen(nothingFor(ARRIVAL), constantUsersPerSec(2).during(Duration.ofSeconds(Hub.SECONDS))))
			.protocols(Acts.PROTOCOL.disableCaching())
			.assertions(global().failedRequests().count().is(0L));
	}

}
