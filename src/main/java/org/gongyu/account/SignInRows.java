package org.gongyu.account;

import java.time.Instant;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code sign_in}: refresh tokens, by hash.
 */
@Component
class SignInRows {

	private final DatabaseClient database;

	SignInRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(UUID id, UUID account, byte[] refreshHash, Instant expiresAt) {
		return this.database.sql("""
				insert into sign_in (id, account_id, refresh_hash, expires_at)
				values (:id, :account, :hash, :expires)""")
			.bind("id", id)
			.bind("account", account)
			.bind("hash", refreshHash)
			.bind("expires", expiresAt)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Exchanges a refresh token for the next one and answers its account; empty when it
	 * is unknown, used or over.
	 */
	Mono<UUID> rotate(byte[] refreshHash, byte[] nextHash, Instant now, Instant expiresAt) {
		return this.database.sql("""
				update sign_in set refresh_hash = :next, expires_at = :expires
				 where refresh_hash = :hash and expires_at > :now returning account_id""")
			.bind("next", nextHash)
			.bind("expires", expiresAt)
			.bind("hash", refreshHash)
			.bind("now", now)
			.map(row -> row.get("account_id", UUID.class))
			.one();
	}

	Mono<Void> end(byte[] refreshHash) {
		return this.database.sql("delete from sign_in where refresh_hash = :hash")
			.bind("hash", refreshHash)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> endAll(UUID account) {
		return this.database.sql("delete from sign_in where account_id = :account")
			.bind("account", account)
			.fetch()
			.rowsUpdated()
			.then();
	}

}
