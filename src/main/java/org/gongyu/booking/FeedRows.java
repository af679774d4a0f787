package org.gongyu.booking;

import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code calendar_feed}.
 */
@Component
class FeedRows {

	private final DatabaseClient database;

	FeedRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The generation of a household's feed; 0 until it was renewed.
	 */
	Mono<Integer> generation(UUID household) {
		return this.database.sql("select generation from calendar_feed where household_id = :household")
			.bind("household", household)
			.map(row -> row.get("generation", Integer.class))
			.one()
			.defaultIfEmpty(0);
	}

	Mono<Void> renew(UUID household) {
		return this.database.sql("""
				insert into calendar_feed (household_id, generation) values (:household, 1)
				on conflict (household_id) do update set generation = calendar_feed.generation + 1""")
			.bind("household", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> forget(UUID household) {
		return this.database.sql("delete from calendar_feed where household_id = :household")
			.bind("household", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

}
