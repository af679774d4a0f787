package org.gongyu.venue;

import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.Role;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Imports venues from files. A preview writes nothing; a commit adds exactly the accepted
 * rows, all or none of them.
 */
@Component
class VenueImports {

	private static final int ATTEMPTS_AFTER_A_RACE = 3;

	private final ImportReading reading;

	private final VenueImportChecks checks;

	private final VenueImportRows rows;

	private final TransactionalOperator transaction;

	VenueImports(ImportReading reading, VenueImportChecks checks, VenueImportRows rows,
			TransactionalOperator transaction) {
		this.reading = reading;
		this.checks = checks;
		this.rows = rows;
		this.transaction = transaction;
	}

	Mono<Outcome<VenueImportResult>> run(SignedIn who, VenueImportUpload upload) {
		if (!who.is(Role.VENUE_MANAGER) || who.organization() == null) {
			return Mono.just(Outcome.refused(VenueRefusal.NOT_A_MANAGER));
		}
		UUID organization = Objects.requireNonNull(who.organization());
		return this.reading.read(upload.file())
			.flatMap(outcome -> outcome.then(table -> this.checks.sheet(table, upload)
				.flatMap(sheet -> upload.commits() ? commit(organization, sheet)
						: this.checks.against(organization, sheet))
				.map(Outcome::done)));
	}

	/**
	 * Whoever adds one of the venues meanwhile makes the attempt fail as a whole; the
	 * next one finds it known.
	 */
	private Mono<VenueImportResult> commit(UUID organization, VenueImportSheet sheet) {
		return this.checks.against(organization, sheet)
			.flatMap(result -> this.rows.add(result.venues()).thenReturn(result.committed()))
			.as(this.transaction::transactional)
			.retryWhen(reactor.util.retry.Retry.max(ATTEMPTS_AFTER_A_RACE)
				.filter(DuplicateKeyException.class::isInstance));
	}

}
