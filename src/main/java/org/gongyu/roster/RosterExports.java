package org.gongyu.roster;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Rosters as files. One person asks, another of the same venue agrees, the first one
 * fetches the file once within a short time.
 */
@Component
class RosterExports {

	private final RosterExportRows rows;

	private final Rosters rosters;

	private final Audit audit;

	private final RandomSource random;

	private final Clock clock;

	private final RosterProperties properties;

	RosterExports(RosterExportRows rows, Rosters rosters, Audit audit, RandomSource random, Clock clock,
			RosterProperties properties) {
		this.rows = rows;
		this.rosters = rosters;
		this.audit = audit;
		this.random = random;
		this.clock = clock;
		this.properties = properties;
	}

	Mono<List<RosterExport>> open(UUID slot) {
		return this.rows.open(slot).collectList();
	}

	/**
	 * Asks for a roster as a file. Answers the export's id; refused where the roster
	 * would not be shown.
	 */
	Mono<Outcome<UUID>> request(SignedIn who, UUID slot) {
		UUID id = this.random.id();
		return this.rosters.slot(who, slot)
			.flatMap(outcome -> outcome.then(offer -> this.audit.changed(who.actor(), AuditAction.EXPORT_REQUESTED,
					slot, this.rows.add(id, slot, who.account(), this.clock.instant()).thenReturn(Outcome.done(id)))));
	}

	/**
	 * Agrees to an export. Refused to whoever asked for it; a repeat changes nothing.
	 */
	Mono<Outcome<RosterExport>> approve(SignedIn who, UUID id) {
		return own(who, id, export -> {
			if (export.requestedBy().equals(who.account())) {
				return Mono.just(Outcome.refused(RosterRefusal.SECOND_PERSON));
			}
			return this.audit.changed(who.actor(), AuditAction.EXPORT_APPROVED, export.slot(),
					this.rows.approve(id, who.account(), this.clock.instant()).thenReturn(Outcome.done(export)));
		});
	}

	/**
	 * The roster of an export that was agreed to, once, for whoever asked.
	 */
	Mono<Outcome<Rosters.Roster>> fetch(SignedIn who, UUID id) {
		Instant now = this.clock.instant();
		return own(who, id,
				export -> this.rows.fetch(id, who.account(), now.minus(this.properties.export()), now)
					.flatMap(fetched -> fetched ? this.rosters.see(who, export.slot(), AuditAction.ROSTER_EXPORTED)
							: Mono.just(Outcome.refused(RosterRefusal.EXPORT_NOT_READY))));
	}

	/** An export of a slot that the person may see is another's no longer. */
	private <T> Mono<Outcome<T>> own(SignedIn who, UUID id, Function<RosterExport, Mono<Outcome<T>>> step) {
		return this.rows.find(id)
			.flatMap(export -> this.rosters.slot(who, export.slot())
				.flatMap(outcome -> outcome.fold(offer -> step.apply(export),
						refusal -> Mono.just(Outcome.<T>refused(
								(refusal == RosterRefusal.NO_SUCH_ROSTER) ? RosterRefusal.NO_SUCH_EXPORT : refusal)))))
			.defaultIfEmpty(Outcome.refused(RosterRefusal.NO_SUCH_EXPORT));
	}

}
