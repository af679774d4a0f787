package org.gongyu.household;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.RandomSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code consent}: answers are added, the newest counts.
 */
@Component
class ConsentRows {

	private final DatabaseClient database;

	private final RandomSource random;

	ConsentRows(DatabaseClient database, RandomSource random) {
		this.database = database;
		this.random = random;
	}

	Mono<Void> add(SignedIn who, UUID household, ConsentPurpose purpose, boolean given) {
		return this.database.sql("""
				with h as (insert into household (id) values (:household)
				           on conflict (id) do update set id = excluded.id returning id)
				insert into consent (id, household_id, account_id, purpose, version, given)
				select :id, h.id, :account, :purpose, :version, :given from h""")
			.bind("household", household)
			.bind("id", this.random.id())
			.bind("account", who.account())
			.bind("purpose", purpose.name())
			.bind("version", purpose.version())
			.bind("given", given)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The newest answers, one a purpose.
	 */
	Flux<Consent> newest(UUID household) {
		return read("""
				select distinct on (purpose) purpose, version, given, answered_at from consent
				 where household_id = :household order by purpose, answered_at desc, id desc""", household);
	}

	Flux<UUID> agreed(List<UUID> households, ConsentPurpose purpose) {
		return this.database.sql("""
				select household_id from (
				  select distinct on (household_id) household_id, given, version from consent
				   where household_id = any (:households) and purpose = :purpose
				   order by household_id, answered_at desc, id desc) newest
				 where given and version = :version""")
			.bind("households", households.toArray(UUID[]::new))
			.bind("purpose", purpose.name())
			.bind("version", purpose.version())
			.map(row -> row.get("household_id", UUID.class))
			.all();
	}

	/**
	 * All answers, the oldest first.
	 */
	Flux<Consent> all(UUID household) {
		return read("""
				select purpose, version, given, answered_at from consent
				 where household_id = :household order by answered_at, id""", household);
	}

	private Flux<Consent> read(String sql, UUID household) {
		return this.database.sql(sql)
			.bind("household", household)
			.map(row -> new Consent(ConsentPurpose.valueOf(row.get("purpose", String.class)),
					row.get("version", Integer.class), row.get("given", Boolean.class),
					row.get("answered_at", Instant.class)))
			.all();
	}

}
