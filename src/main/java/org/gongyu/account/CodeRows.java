package org.gongyu.account;

import java.time.Instant;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code login_code}: the newest code of an account for a purpose. Of a code
 * only its signature is kept.
 */
@Component
class CodeRows {

	private final DatabaseClient database;

	CodeRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Keeps a code; the one before is good no more.
	 */
	Mono<Void> put(UUID account, CodePurpose purpose, byte[] signature, Instant expiresAt) {
		return this.database.sql("""
				insert into login_code (account_id, purpose, signature, expires_at)
				values (:account, :purpose, :signature, :expires)
				on conflict (account_id, purpose) do update
				   set signature = excluded.signature, expires_at = excluded.expires_at, tries = 0""")
			.bind("account", account)
			.bind("purpose", purpose.name())
			.bind("signature", signature)
			.bind("expires", expiresAt)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Counts a try and answers the code's signature; empty when there is none, it is
	 * over, or was tried too often.
	 */
	Mono<byte[]> tried(UUID account, CodePurpose purpose, Instant now, int most) {
		return this.database.sql("""
				update login_code set tries = tries + 1
				 where account_id = :account and purpose = :purpose and expires_at > :now and tries < :most
				returning signature""")
			.bind("account", account)
			.bind("purpose", purpose.name())
			.bind("now", now)
			.bind("most", most)
			.map(row -> row.get("signature", byte[].class))
			.one();
	}

	/**
	 * Uses a code up. False when somebody has.
	 */
	Mono<Boolean> use(UUID account, CodePurpose purpose) {
		return this.database.sql("delete from login_code where account_id = :account and purpose = :purpose")
			.bind("account", account)
			.bind("purpose", purpose.name())
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

}
