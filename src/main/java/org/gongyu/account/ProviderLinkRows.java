package org.gongyu.account;

import java.time.Instant;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code provider_link}.
 */
@Component
class ProviderLinkRows {

	private final DatabaseClient database;

	ProviderLinkRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Whose account the identity enters; empty when it enters none.
	 */
	Mono<UUID> account(ProvenIdentity identity) {
		return this.database.sql("select account_id from provider_link where issuer = :issuer and subject = :subject")
			.bind("issuer", identity.issuer())
			.bind("subject", identity.subject())
			.map(row -> row.get("account_id", UUID.class))
			.one();
	}

	Mono<Void> add(ProvenIdentity identity, UUID account, Instant at) {
		return this.database.sql("""
				insert into provider_link (issuer, subject, account_id, created_at)
				values (:issuer, :subject, :account, :at)""")
			.bind("issuer", identity.issuer())
			.bind("subject", identity.subject())
			.bind("account", account)
			.bind("at", at)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The links of an account, the oldest first.
	 */
	Flux<ProviderLink> of(UUID account) {
		return this.database
			.sql("select issuer, created_at from provider_link where account_id = :account order by created_at, issuer")
			.bind("account", account)
			.map(row -> new ProviderLink(row.get("issuer", String.class), row.get("created_at", Instant.class)))
			.all();
	}

}
