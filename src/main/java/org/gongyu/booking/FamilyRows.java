package org.gongyu.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code booking} and {@code participant}, as far as they lead to people.
 */
@Component
class FamilyRows {

	private final DatabaseClient database;

	FamilyRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The household's bookings, finished ones, too.
	 */
	Flux<UUID> of(UUID household) {
		return this.database.sql("select id from booking where household_id = :household order by starts_at, id")
			.bind("household", household)
			.map(row -> row.get("id", UUID.class))
			.all();
	}

	Mono<Void> handOver(UUID household, UUID from, UUID to) {
		return this.database
			.sql("update booking set account_id = :to where household_id = :household and account_id = :from")
			.bind("to", to)
			.bind("household", household)
			.bind("from", from)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Leaves of the household's bookings what counts need: slot, seats and state.
	 */
	Mono<Void> forget(UUID household) {
		return this.database
			.sql("""
					with mine as (select id from booking where household_id = :household),
					     named as (delete from participant where booking_id in (select id from mine))
					update booking set account_id = id, household_id = null, party = hold_id, answers_sealed = null,
					       contact_name = null, contact_phone = null, pool = case pool when 'CARE' then 'PUBLIC' else pool end
					 where id in (select id from mine)""")
			.bind("household", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Erases the names, answers and contacts of slots that began before a time, and what
	 * tells a CARE seat from another. Answers how many bookings.
	 */
	Mono<Long> expire(List<UUID> organizations, Instant before, int most) {
		return this.database.sql("""
				with old as (
				  select id from booking
				   where organization_id = any (:organizations) and starts_at < :before and expired_at is null
				   limit :most for update skip locked),
				 named as (delete from participant where booking_id in (select id from old))
				update booking set answers_sealed = null, contact_name = null, contact_phone = null, expired_at = now(),
				       pool = case pool when 'CARE' then 'PUBLIC' else pool end
				 where id in (select id from old)""")
			.bind("organizations", organizations.toArray(UUID[]::new))
			.bind("before", before)
			.bind("most", most)
			.fetch()
			.rowsUpdated();
	}

}
