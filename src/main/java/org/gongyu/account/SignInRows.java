package org.gongyu.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.gongyu.platform.Nulls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code sign_in}. Of a refresh token only its generation is kept.
 */
@Component
class SignInRows {

	/**
	 * A token that was exchanged: whose it is, for whom the person acts there, and which
	 * generation is good now.
	 */
	record Exchanged(UUID account, @Nullable UUID organization, int generation) {
	}

	private final DatabaseClient database;

	SignInRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Begins a sign-in. Of those that the account has, the ones that are over and the
	 * ones that were not used for longest make room.
	 */
	Mono<Void> add(UUID id, UUID account, String device, Instant now, Instant expiresAt, int most) {
		return this.database.sql("""
				with room as (
				  delete from sign_in where account_id = :account and (expires_at <= :now or id in (
				    select id from sign_in where account_id = :account order by seen_at desc offset :most)))
				insert into sign_in (id, account_id, device, seen_at, rotated_at, expires_at)
				values (:id, :account, :device, :now, :now, :expires)""")
			.bind("id", id)
			.bind("account", account)
			.bind("device", device)
			.bind("now", now)
			.bind("expires", expiresAt)
			.bind("most", most - 1)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Exchanges a token for its next generation; the one before is good once more for the
	 * grace, for two requests of a browser may have sent it at the same time. Empty when
	 * it is over, older, or its sign-in ended.
	 */
	Mono<Exchanged> exchange(RefreshToken token, Instant now, Duration grace, Instant expiresAt) {
		return this.database.sql("""
				update sign_in
				   set rotated_at = case when generation = :generation then :now else rotated_at end,
				       generation = :generation + 1, seen_at = :now, expires_at = :expires
				 where id = :id and expires_at > :now
				   and (generation = :generation or generation = :generation + 1 and rotated_at > :since)
				returning account_id, organization_id, generation""")
			.bind("generation", token.generation())
			.bind("now", now)
			.bind("expires", expiresAt)
			.bind("id", token.signIn())
			.bind("since", now.minus(grace))
			.map(row -> new Exchanged(row.get("account_id", UUID.class), row.get("organization_id", UUID.class),
					row.get("generation", Integer.class)))
			.one();
	}

	/**
	 * Ends a sign-in of which an exchanged token came back: somebody else has it, too.
	 * Answers its account, or nothing when the token is not an earlier one.
	 */
	Mono<UUID> endReused(RefreshToken token) {
		return this.database.sql("delete from sign_in where id = :id and generation > :generation returning account_id")
			.bind("id", token.signIn())
			.bind("generation", token.generation())
			.map(row -> row.get("account_id", UUID.class))
			.one();
	}

	/**
	 * Notes for whom the person acts in a sign-in of its own. Empty when there is none.
	 */
	Mono<Long> actFor(UUID account, UUID id, UUID organization) {
		return this.database
			.sql("update sign_in set organization_id = :organization where id = :id and account_id = :account")
			.bind("organization", organization)
			.bind("id", id)
			.bind("account", account)
			.fetch()
			.rowsUpdated()
			.filter(rows -> rows > 0);
	}

	/**
	 * Where the account is signed in, the last used first.
	 */
	Flux<SignIn> of(UUID account, Instant now) {
		return this.database.sql("""
				select id, device, created_at, seen_at from sign_in
				 where account_id = :account and expires_at > :now order by seen_at desc, id""")
			.bind("account", account)
			.bind("now", now)
			.map(row -> new SignIn(row.get("id", UUID.class), row.get("device", String.class),
					row.get("created_at", Instant.class), row.get("seen_at", Instant.class)))
			.all();
	}

	Mono<Void> end(UUID account, UUID id) {
		return this.database.sql("delete from sign_in where id = :id and account_id = :account")
			.bind("id", id)
			.bind("account", account)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> end(RefreshToken token) {
		return this.database.sql("delete from sign_in where id = :id")
			.bind("id", token.signIn())
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Ends all sign-ins of the account but one.
	 */
	Mono<Void> endAll(UUID account, @Nullable UUID but) {
		return this.database.sql("delete from sign_in where account_id = :account and id is distinct from :but")
			.bind("account", account)
			.bind("but", Nulls.of(but, UUID.class))
			.fetch()
			.rowsUpdated()
			.then();
	}

}
