package org.gongyu.household;

import java.time.Instant;
import java.util.UUID;

import org.gongyu.platform.LinkToken;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code care_voucher}.
 */
@Component
class VoucherRows {

	private final DatabaseClient database;

	VoucherRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(UUID id, UUID organization, LinkToken code, Instant now, Instant expiresAt) {
		return this.database.sql("""
				insert into care_voucher (id, organization_id, code_hash, issued_at, expires_at)
				values (:id, :organization, :hash, :now, :expires)""")
			.bind("id", id)
			.bind("organization", organization)
			.bind("hash", code.hash())
			.bind("now", now)
			.bind("expires", expiresAt)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Flux<Voucher> of(UUID organization) {
		return this.database.sql("""
				select id, issued_at, expires_at, household_id is not null as used, revoked_at is not null as revoked
				  from care_voucher where organization_id = :organization order by issued_at desc, id limit 500""")
			.bind("organization", organization)
			.map(row -> new Voucher(row.get("id", UUID.class), row.get("issued_at", Instant.class),
					row.get("expires_at", Instant.class), row.get("used", Boolean.class),
					row.get("revoked", Boolean.class)))
			.all();
	}

	/**
	 * Revokes a voucher of the organization. False when it has none of this id.
	 */
	Mono<Boolean> revoke(UUID organization, UUID id, Instant now) {
		return this.database.sql("""
				update care_voucher set revoked_at = coalesce(revoked_at, :now)
				 where id = :id and organization_id = :organization""")
			.bind("now", now)
			.bind("id", id)
			.bind("organization", organization)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	/**
	 * Makes a voucher the household's. False when it is unknown, another's, over or
	 * revoked.
	 */
	Mono<Boolean> redeem(LinkToken code, UUID household, Instant now) {
		return this.database.sql("""
				with good as (select id from care_voucher
				               where code_hash = :hash and revoked_at is null and expires_at > :now
				                 and coalesce(household_id, :household) = :household for update),
				     family as (insert into household (id) select :household from good
				                on conflict (id) do update set id = excluded.id returning id)
				update care_voucher set household_id = family.id from good, family where care_voucher.id = good.id""")
			.bind("household", household)
			.bind("hash", code.hash())
			.bind("now", now)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	Mono<Boolean> stands(UUID household, Instant now) {
		return this.database
			.sql("""
					select exists (select 1 from care_voucher
					                where household_id = :household and revoked_at is null and expires_at > :now) as stands""")
			.bind("household", household)
			.bind("now", now)
			.map(row -> row.get("stands", Boolean.class))
			.one();
	}

}
