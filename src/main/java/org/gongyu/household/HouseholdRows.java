package org.gongyu.household;

import java.time.Instant;
import java.util.UUID;

import org.gongyu.platform.LinkToken;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code household} and {@code guardian_invitation}.
 */
@Component
class HouseholdRows {

	private final DatabaseClient database;

	HouseholdRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds an invitation; those of the household that are over are forgotten.
	 */
	Mono<Void> invite(UUID household, UUID id, LinkToken token, Instant now, Instant expiresAt) {
		return this.database.sql("""
				with h as (insert into household (id) values (:household)
				           on conflict (id) do update set id = excluded.id returning id),
				     over as (delete from guardian_invitation
				               where household_id = :household and (accepted or expires_at <= :now))
				insert into guardian_invitation (id, household_id, token_hash, expires_at)
				select :id, h.id, :hash, :expires from h""")
			.bind("household", household)
			.bind("now", now)
			.bind("id", id)
			.bind("hash", token.hash())
			.bind("expires", expiresAt)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Which household a link leads to; empty when it is unknown, used or over.
	 */
	Mono<UUID> invited(LinkToken token, Instant now) {
		return this.database.sql("""
				select household_id from guardian_invitation
				 where token_hash = :hash and not accepted and expires_at > :now""")
			.bind("hash", token.hash())
			.bind("now", now)
			.map(row -> row.get("household_id", UUID.class))
			.one();
	}

	/**
	 * Uses a link up. Empty when it is used or over.
	 */
	Mono<UUID> accept(LinkToken token, Instant now) {
		return this.database.sql("""
				update guardian_invitation set accepted = true
				 where token_hash = :hash and not accepted and expires_at > :now returning household_id""")
			.bind("hash", token.hash())
			.bind("now", now)
			.map(row -> row.get("household_id", UUID.class))
			.one();
	}

	/**
	 * From now on the household is to be erased.
	 */
	Mono<Void> leave(UUID household, Instant now) {
		return this.database.sql("""
				insert into household (id, leaving_at) values (:household, :now)
				on conflict (id) do update set leaving_at = coalesce(household.leaving_at, excluded.leaving_at)""")
			.bind("household", household)
			.bind("now", now)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The households that have been leaving since before a time, the longest first.
	 */
	Flux<UUID> leaving(Instant before, int most) {
		return this.database
			.sql("select id from household where leaving_at < :before order by leaving_at, id limit :most")
			.bind("before", before)
			.bind("most", most)
			.map(row -> row.get("id", UUID.class))
			.all();
	}

	/**
	 * Erases what is in a household.
	 */
	Mono<Void> empty(UUID household) {
		return this.database.sql("""
				with c as (delete from child where household_id = :id),
				     v as (delete from care_voucher where household_id = :id),
				     a as (delete from consent where household_id = :id)
				delete from guardian_invitation where household_id = :id""")
			.bind("id", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Forgets that there ever was an empty household.
	 */
	Mono<Void> remove(UUID household) {
		return this.database.sql("delete from household where id = :id")
			.bind("id", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

}
