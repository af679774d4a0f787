package org.gongyu.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

import org.gongyu.organization.Organizations;
import org.gongyu.platform.Jobs;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Erases the names behind past bookings as many days after the slot as its alliance has
 * set; counts stay (PIPL §19: the shortest time that the purpose needs).
 */
@Component
class Retention {

	private static final int BATCH = 500;

	private final FamilyRows rows;

	private final Organizations organizations;

	private final Jobs jobs;

	private final Clock clock;

	private final BookingProperties properties;

	Retention(FamilyRows rows, Organizations organizations, Jobs jobs, Clock clock, BookingProperties properties) {
		this.rows = rows;
		this.organizations = organizations;
		this.jobs = jobs;
		this.clock = clock;
		this.properties = properties;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.jobs.every(this.properties.retention(), "retention", this::expireAll);
	}

	private Mono<Long> expireAll() {
		return this.organizations.rosterDays()
			.concatMap(each -> expire(each).expand(again(each)))
			.reduce(0L, Long::sum);
	}

	private Function<Long, Mono<Long>> again(Organizations.RosterDays each) {
		return done -> (done >= BATCH) ? expire(each) : Mono.empty();
	}

	private Mono<Long> expire(Organizations.RosterDays each) {
		return this.rows.expire(each.organizations(), this.clock.instant().minus(Duration.ofDays(each.days())), BATCH);
	}

}
