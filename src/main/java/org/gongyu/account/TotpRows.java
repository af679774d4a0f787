package org.gongyu.account;

import java.util.UUID;

import org.gongyu.platform.Vault;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code totp}.
 */
@Component
class TotpRows {

	private final DatabaseClient database;

	private final Vault vault;

	TotpRows(DatabaseClient database, Vault vault) {
		this.database = database;
		this.vault = vault;
	}

	/**
	 * Keeps a secret that waits to be confirmed; a confirmed one stays. False when there
	 * is one.
	 */
	Mono<Boolean> begin(UUID account, byte[] secret) {
		return this.vault.seal(account, secret)
			.flatMap(sealed -> this.database.sql("""
					insert into totp (account_id, secret_sealed) values (:account, :sealed)
					on conflict (account_id) do update set secret_sealed = excluded.secret_sealed, last_step = 0
					 where totp.confirmed_at is null""")
				.bind("account", account)
				.bind("sealed", sealed)
				.fetch()
				.rowsUpdated())
			.map(rows -> rows > 0);
	}

	/**
	 * The account's secret; empty when it has none in that state.
	 */
	Mono<byte[]> secret(UUID account, boolean confirmed) {
		return this.database.sql("""
				select secret_sealed from totp
				 where account_id = :account and (confirmed_at is not null) = :confirmed""")
			.bind("account", account)
			.bind("confirmed", confirmed)
			.map(row -> this.vault.open(account, row.get("secret_sealed", byte[].class)))
			.one();
	}

	/**
	 * Uses a time step up, and confirms the secret with it. False when it was used.
	 */
	Mono<Boolean> use(UUID account, long step) {
		return this.database.sql("""
				update totp set last_step = :step, confirmed_at = coalesce(confirmed_at, now())
				 where account_id = :account and last_step < :step""")
			.bind("step", step)
			.bind("account", account)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	Mono<Void> remove(UUID account) {
		return this.database.sql("delete from totp where account_id = :account")
			.bind("account", account)
			.fetch()
			.rowsUpdated()
			.then();
	}

}
