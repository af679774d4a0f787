package org.gongyu.household;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.gongyu.account.HouseholdAccounts;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Jobs;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Erases households that are leaving: what later modules keep first, then children,
 * consents and accounts, then the household itself. A run that fails is begun again by
 * the next one.
 */
@Component
class Erasure {

	private static final String JOB = "erase";

	private static final int BATCH = 100;

	private final HouseholdRows rows;

	private final HouseholdAccounts accounts;

	private final ObjectProvider<HouseholdRecords> records;

	private final Jobs jobs;

	private final Detached detached;

	private final Clock clock;

	private final HouseholdProperties properties;

	Erasure(HouseholdRows rows, HouseholdAccounts accounts, ObjectProvider<HouseholdRecords> records, Jobs jobs,
			Detached detached, Clock clock, HouseholdProperties properties) {
		this.rows = rows;
		this.accounts = accounts;
		this.records = records;
		this.jobs = jobs;
		this.detached = detached;
		this.clock = clock;
		this.properties = properties;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.jobs.every(this.properties.erase(), JOB, this::eraseAll);
	}

	/**
	 * Does what is due without waiting for the next round.
	 */
	void startNow() {
		this.detached.start(JOB, this.jobs.run(JOB, this::eraseAll));
	}

	/**
	 * Ends the account of a household's last guardian, and marks the household to be
	 * erased.
	 */
	Mono<Void> leave(UUID account, UUID household) {
		return this.rows.leave(household, this.clock.instant()).then(this.accounts.leave(account));
	}

	/**
	 * What is leaving is emptied each time, and forgotten once nobody can put anything in
	 * any more.
	 */
	private Mono<Long> eraseAll() {
		Instant now = this.clock.instant();
		return this.rows.leaving(now, BATCH)
			.concatMap(this::erase)
			.thenMany(Flux.defer(() -> this.rows.leaving(now.minus(this.properties.linger()), BATCH)))
			.concatMap(household -> this.rows.remove(household).thenReturn(household))
			.count();
	}

	private Mono<UUID> erase(UUID household) {
		return Flux.fromStream(this.records::stream)
			.concatMap(each -> each.erase(household))
			.then(this.accounts.forget(household))
			.then(this.rows.empty(household))
			.thenReturn(household);
	}

}
