package org.gongyu.household;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.gongyu.account.Contact;
import org.gongyu.account.HouseholdAccounts;
import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything that the hub keeps of somebody, to take along and to erase (PIPL §45, §47).
 */
@Component
class MyData {

	/**
	 * What is kept.
	 *
	 * @param guardians the names of the household's guardians
	 * @param records what later modules keep, by its name
	 */
	record Export(Instant exportedAt, Map<String, Object> account, List<String> guardians, List<Child> children,
			List<Consent> consents, Map<String, List<Map<String, Object>>> records) {
	}

	private final HouseholdAccounts accounts;

	private final ChildRows children;

	private final ConsentRows consents;

	private final Erasure erasure;

	private final ObjectProvider<HouseholdRecords> records;

	private final Audit audit;

	private final Clock clock;

	MyData(HouseholdAccounts accounts, ChildRows children, ConsentRows consents, Erasure erasure,
			ObjectProvider<HouseholdRecords> records, Audit audit, Clock clock) {
		this.accounts = accounts;
		this.children = children;
		this.consents = consents;
		this.erasure = erasure;
		this.records = records;
		this.audit = audit;
		this.clock = clock;
	}

	Mono<Export> export(SignedIn who) {
		UUID household = who.household();
		return this.audit.seen(who.actor(), AuditAction.DATA_EXPORTED, null)
			.then(Mono
				.defer(() -> Mono.zip(this.accounts.export(who.account()), guardians(household),
						(household != null) ? this.children.of(household).collectList() : Mono.just(List.<Child>of()),
						(household != null) ? this.consents.all(household).collectList()
								: Mono.just(List.<Consent>of()),
						records(household))))
			.map(parts -> new Export(this.clock.instant(), parts.getT1(), parts.getT2(), parts.getT3(), parts.getT4(),
					parts.getT5()));
	}

	private Mono<List<String>> guardians(@Nullable UUID household) {
		return (household == null) ? Mono.just(List.of())
				: this.accounts.guardians(household).map(all -> all.stream().map(Contact::name).toList());
	}

	private Mono<Map<String, List<Map<String, Object>>>> records(@Nullable UUID household) {
		if (household == null) {
			return Mono.just(Map.of());
		}
		return Flux.fromStream(this.records::stream)
			.concatMap(each -> each.of(household).map(rows -> Map.entry(each.name(), rows)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
	}

	/**
	 * Erases the account, and with its last guardian the household. What is to come is
	 * cancelled; counts stay. The account is gone when this answers, the rest follows at
	 * once, or as soon as it can. Refused when the password is wrong.
	 */
	Mono<Outcome<UUID>> delete(SignedIn who, String password) {
		return this.accounts.confirm(who, password)
			.flatMap(outcome -> outcome.then(account -> delete(who)))
			.doOnNext(outcome -> this.erasure.startNow());
	}

	private Mono<Outcome<UUID>> delete(SignedIn who) {
		UUID account = who.account();
		return this.audit.changed(who.actor(), AuditAction.HOUSEHOLD_DELETED, null,
				this.accounts.household(account)
					.flatMap(household -> leave(account, household))
					.switchIfEmpty(Mono.defer(() -> this.accounts.remove(account).thenReturn(account)))
					.thenReturn(Outcome.done(account)));
	}

	private Mono<UUID> leave(UUID account, UUID household) {
		return this.accounts.guardians(household)
			.map(all -> all.stream().filter(each -> !each.account().equals(account)).toList())
			.flatMap(others -> others.isEmpty() ? this.erasure.leave(account, household)
					: handOver(account, household, others.get(0)))
			.thenReturn(household);
	}

	private Mono<Void> handOver(UUID account, UUID household, Contact other) {
		return Flux.fromStream(this.records::stream)
			.concatMap(each -> each.handOver(household, account, other.account()))
			.then(this.accounts.remove(account));
	}

}
