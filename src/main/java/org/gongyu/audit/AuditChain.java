package org.gongyu.audit;

import org.gongyu.platform.Detached;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Chains entries by their hashes in the background, and walks the chain from time to
 * time. The end of the chain goes to the log, where whoever can change the database
 * cannot.
 */
@Component
class AuditChain {

	private static final Logger log = LoggerFactory.getLogger(AuditChain.class);

	private final AuditRows rows;

	private final Detached detached;

	private final AuditProperties properties;

	AuditChain(AuditRows rows, Detached detached, AuditProperties properties) {
		this.rows = rows;
		this.detached = detached;
		this.properties = properties;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.detached.on("audit chain", Flux.interval(this.properties.extend()), this::extend);
		this.detached.on("audit check", Flux.interval(this.properties.check()), this::check);
	}

	private Mono<Void> extend() {
		return this.rows.extend(this.properties.batch())
			.flatMap(made -> (made < this.properties.batch()) ? Mono.empty() : extend());
	}

	private Mono<AuditCheck> check() {
		return this.rows.check().doOnNext(found -> {
			if (found.broken() != null) {
				log.error("The audit log was tampered with at position {}.", found.broken());
			}
			log.info("The audit chain has {} links and ends with {}.", found.links(), found.head());
		});
	}

}
