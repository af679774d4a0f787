package org.gongyu.audit;

import java.time.Clock;
import java.util.UUID;

import org.gongyu.platform.Cursor;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Page;
import org.gongyu.platform.RandomSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The audit log. Entries are added and read; nobody changes or removes one.
 */
@Component
public class Audit {

	private final AuditRows rows;

	private final TransactionalOperator transaction;

	private final Detached detached;

	private final RandomSource random;

	private final Clock clock;

	Audit(AuditRows rows, TransactionalOperator transaction, Detached detached, RandomSource random, Clock clock) {
		this.rows = rows;
		this.transaction = transaction;
		this.detached = detached;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Something that is about to be written down.
	 *
	 * @param alias of whoever does it; null for the hub itself
	 * @param organization for whom they act
	 */
	public record Actor(@Nullable UUID alias, @Nullable UUID organization) {
	}

	/**
	 * Writes a look down; what is seen is given out only when that has succeeded.
	 */
	public Mono<Void> seen(Actor actor, AuditAction action, @Nullable UUID subject) {
		return this.rows.add(entry(actor, action, subject));
	}

	/**
	 * Does a change and writes it down in one transaction; a refused one leaves nothing.
	 * It runs to its end whatever its caller does.
	 */
	public <T> Mono<Outcome<T>> changed(Actor actor, AuditAction action, @Nullable UUID subject,
			Mono<Outcome<T>> change) {
		Mono<Outcome<T>> noted = change.flatMap(outcome -> outcome
			.then(value -> this.rows.add(entry(actor, action, subject)).thenReturn(Outcome.done(value))));
		return this.detached.run(this.transaction.execute(status -> noted.doOnNext(outcome -> {
			if (outcome instanceof Outcome.Refused) {
				status.setRollbackOnly();
			}
		})).single());
	}

	/**
	 * One page of entries, the newest first.
	 */
	public Mono<Page<AuditEntry>> find(AuditQuery query) {
		return this.rows.find(query)
			.collectList()
			.map(entries -> Page.cut(entries, query.size(), entry -> new Cursor(entry.at(), entry.id())));
	}

	/**
	 * Walks the whole chain, as long as it is; entries of the last seconds may have no
	 * link yet.
	 */
	public Mono<AuditCheck> check() {
		return this.rows.check();
	}

	private AuditEntry entry(Actor actor, AuditAction action, @Nullable UUID subject) {
		return new AuditEntry(this.random.id(), this.clock.instant(), actor.alias(), actor.organization(), action,
				subject);
	}

}
