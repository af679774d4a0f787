package org.gongyu.load.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.gatling.javaapi.core.Simulation;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/**
 * An ordinary afternoon: families hold seats of many slots, think, and book, or leave it;
 * some cancel.
 */
public final class SteadyBooking extends Simulation {

	private static final int SLOTS = 20;

	{
		Hub hub = new Hub();
		List<Map<String, Object>> slots = hub.slots(SLOTS, 1000, Instant.now())
			.stream()
			.map(slot -> Map.<String, Object>of("slot", slot))
			.toList();
		var books = feed(listFeeder(hub.families()).circular()).feed(listFeeder(slots).random())
			.exec(Acts.hold())
			.pause(2)
			.randomSwitch()
			.on(percent(70).then(Acts.confirm()), percent(20).then(Acts.confirm().pause(1).exec(Acts.cancel())),
					percent(10).then(Acts.release()));
		setUp(scenario("steady booking").exec(books)
			.injectOpen(constantUsersPerSec(Hub.RATE).during(Duration.ofSeconds(Hub.SECONDS)).randomized()))
			.protocols(Acts.PROTOCOL)
			.assertions(global().failedRequests().count().is(0L));
	}

}
