package org.gongyu.draw;

import java.time.Instant;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Whose the entries of the table {@code draw_entry} are, and when that is forgotten.
 */
@Component
class EntryRows {

	private final DatabaseClient database;

	EntryRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * All entries of a household.
	 */
	Flux<OwnEntry> of(UUID household) {
		return this.database
			.sql("select * from draw_entry where household_id = :household order by entered_at limit 1000")
			.bind("household", household)
			.map(DrawRows::own)
			.all();
	}

	Mono<Void> handOver(UUID household, UUID from, UUID to) {
		return this.database
			.sql("update draw_entry set account_id = :to where household_id = :household and account_id = :from")
			.bind("to", to)
			.bind("household", household)
			.bind("from", from)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Takes the household out of open lists; in those that stand its tickets are nobody's
	 * from now on.
	 */
	Mono<Void> forget(UUID household) {
		return this.database.sql("select forget_entries(:household)")
			.bind("household", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Forgets whose the entries of draws before a time were; answers how many.
	 */
	Mono<Long> forgetBefore(Instant time, int limit) {
		return this.database.sql("""
				update draw_entry set household_id = null, account_id = null, adults = 0, children = '{}' where id in (
				  select e.id from draw_entry e join draw d on d.slot_id = e.slot_id
				   where e.household_id is not null and d.closes_at < :time limit :limit)""")
			.bind("time", time)
			.bind("limit", limit)
			.fetch()
			.rowsUpdated();
	}

}
