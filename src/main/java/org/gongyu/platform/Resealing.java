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

	private final SealedRows rows;

	private final List<SealedColumn> columns;

	private final Jobs jobs;

	private final HubProperties properties;

	Resealing(SealedRows rows, List<SealedColumn> columns, Jobs jobs, HubProperties properties) {
		this.rows = rows;
		this.columns = columns;
		this.jobs = jobs;
		this.properties = properties;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.jobs.every(this.properties.reseal(), "reseal", this::resealAll);
	}

	private Mono<Long> resealAll() {
		return Flux.fromIterable(this.columns).concatMap(this::resealAll).reduce(0L, Long::sum);
	}

	private Mono<Long> resealAll(SealedColumn column) {
		return this.rows.reseal(column, BATCH)
			.expand(done -> (done > 0) ? this.rows.reseal(column, BATCH) : Mono.empty())
			.reduce(0L, Long::sum);
	}

}
