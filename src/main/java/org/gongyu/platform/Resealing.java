package org.gongyu.platform;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seals everything anew once a key was put in front of the others. When a run did
 * nothing, the older keys can be taken out of the settings.
 */
@Component
class Resealing {

	private static final int BATCH = 200;

	private final List<Resealable> rows;

	private final Jobs jobs;

	private final HubProperties properties;

	Resealing(List<Resealable> rows, Jobs jobs, HubProperties properties) {
		this.rows = rows;
		this.jobs = jobs;
		this.properties = properties;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.jobs.every(this.properties.reseal(), "reseal", this::resealAll);
	}

	private Mono<Long> resealAll() {
		return Flux.fromIterable(this.rows).concatMap(this::resealAll).reduce(0L, Long::sum);
	}

	private Mono<Long> resealAll(Resealable rows) {
		return rows.reseal(BATCH).expand(done -> (done > 0) ? rows.reseal(BATCH) : Mono.empty()).reduce(0L, Long::sum);
	}

}
