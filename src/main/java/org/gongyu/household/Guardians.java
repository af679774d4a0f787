package org.gongyu.household;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongyu.account.Contact;
import org.gongyu.account.HouseholdAccounts;
import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.LinkToken;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The guardians of a household. One invites another by a link that works once; whoever
 * accepts must not have a household with something in it already.
 */
@Component
class Guardians {

	private final HouseholdRows rows;

	private final ChildRows children;

	private final HouseholdAccounts accounts;

	private final ObjectProvider<HouseholdRecords> records;

	private final Audit audit;

	private final RandomSource random;

	private final Clock clock;

	private final HouseholdProperties properties;

	Guardians(HouseholdRows rows, ChildRows children, HouseholdAccounts accounts,
			ObjectProvider<HouseholdRecords> records, Audit audit, RandomSource random, Clock clock,
			HouseholdProperties properties) {
		this.rows = rows;
		this.children = children;
		this.accounts = accounts;
		this.records = records;
		this.audit = audit;
		this.random = random;
		this.clock = clock;
		this.properties = properties;
	}

	Mono<List<Contact>> of(SignedIn who) {
		return this.accounts.guardians(Household.of(who));
	}

	/**
	 * A link that makes whoever has it a guardian of the household, once. Answers its
	 * token, which is told this once.
	 */
	Mono<Outcome<String>> invite(SignedIn who) {
		LinkToken token = LinkToken.of(this.random);
		Instant now = this.clock.instant();
		return this.audit.changed(who.actor(), AuditAction.GUARDIAN_INVITED, null,
				this.rows
					.invite(Household.of(who), this.random.id(), token, now, now.plus(this.properties.invitation()))
					.thenReturn(Outcome.done(token.text())));
	}

	/**
	 * Who invites. Refused when the link is unknown, used or over.
	 */
	Mono<Outcome<List<Contact>>> inviting(String token) {
		return this.rows.invited(new LinkToken(token), this.clock.instant())
			.flatMap(this.accounts::guardians)
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(HouseholdRefusal.GUARDIAN_LINK_OVER));
	}

	/**
	 * Moves somebody into the household of the link.
	 */
	Mono<Outcome<UUID>> accept(SignedIn who, String token) {
		return this.rows.invited(new LinkToken(token), this.clock.instant())
			.flatMap(household -> household.equals(who.household()) ? Mono.just(Outcome.done(household))
					: join(who, token, household))
			.defaultIfEmpty(Outcome.refused(HouseholdRefusal.GUARDIAN_LINK_OVER));
	}

	private Mono<Outcome<UUID>> join(SignedIn who, String token, UUID household) {
		return Mono.zip(inUse(who.household()), this.accounts.guardians(household)).flatMap(known -> {
			if (known.getT1() || known.getT2().size() >= this.properties.guardians()) {
				return Mono.just(Outcome.<UUID>refused(HouseholdRefusal.HOUSEHOLD_IN_USE));
			}
			return this.audit.changed(who.actor(), AuditAction.GUARDIAN_JOINED, null, moved(who, token));
		});
	}

	private Mono<Outcome<UUID>> moved(SignedIn who, String token) {
		return this.rows.accept(new LinkToken(token), this.clock.instant())
			.flatMap(household -> this.accounts.move(who.account(), who.household(), household)
				.map(moved -> moved ? Outcome.done(household)
						: Outcome.<UUID>refused(HouseholdRefusal.HOUSEHOLD_IN_USE)))
			.defaultIfEmpty(Outcome.refused(HouseholdRefusal.GUARDIAN_LINK_OVER));
	}

	private Mono<Boolean> inUse(@Nullable UUID household) {
		return (household == null) ? Mono.just(false)
				: Flux
					.concat(this.children.of(household).hasElements(),
							Flux.fromStream(this.records::stream).concatMap(each -> each.any(household)))
					.any(used -> used);
	}

}
