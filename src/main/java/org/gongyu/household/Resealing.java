package org.gongyu.household;

import org.gongyu.platform.Jobs;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seals children's profiles anew once a key was put in front of the others. When a run
 * did nothing, the older keys can be taken out of the settings.
 */
@Component
class Resealing {

	private static final int BATCH = 200;

	private final ChildRows rows;

	private final Jobs jobs;

	private final HouseholdProperties properties;

	Resealing(ChildRows rows, Jobs jobs, HouseholdProperties properties) {
		this.rows = rows;
		this.jobs = jobs;
		this.properties = properties;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.jobs.every(this.properties.reseal(), "reseal", this::resealAll);
	}

	private Mono<Long> resealAll() {
		return this.rows.reseal(BATCH)
			.expand(done -> (done > 0) ? this.rows.reseal(BATCH) : Mono.empty())
			.reduce(0L, Long::sum);
	}

}
