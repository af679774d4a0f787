package org.gongyu.load.scenario;

import java.time.Duration;
import java.time.Instant;

import io.gatling.javaapi.core.Simulation;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/**
 * All families want a seat of one slot in the second in which it is released.
 */
public final class ReleaseRush extends Simulation {

	private static final Duration AHEAD = Duration.ofSeconds(10);

	{
		Hub hub = new Hub();
		var families = hub.families();
		Instant release = Instant.now().plus(AHEAD);
		String slot = hub.slots(1, Hub.SEATS, release).get(0);
		var wants = exec(session -> session.set("slot", slot)).exec(feed(listFeeder(families).circular()))
			.exec(Acts.hold())
			.exec(Acts.confirm());
		setUp(scenario("release rush").exec(wants)
			.injectOpen(nothingFor(Duration.between(Instant.now(), release)), atOnceUsers(Hub.FAMILIES)))
			.protocols(Acts.PROTOCOL)
			.assertions(global().failedRequests().count().is(0L));
	}

}
