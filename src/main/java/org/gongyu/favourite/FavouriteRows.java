package org.gongyu.favourite;

import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code favourite}.
 */
@Component
class FavouriteRows {

	private final DatabaseClient database;

	FavouriteRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The household's favourites, the newest first.
	 */
	Flux<UUID> of(UUID household) {
		return this.database
			.sql("""
					select activity_id from favourite where household_id = :household order by created_at desc, activity_id""")
			.bind("household", household)
			.map(row -> row.get("activity_id", UUID.class))
			.all();
	}

	/**
	 * Adds one and lets the oldest go when there are too many.
	 */
	Mono<Void> add(UUID household, UUID activity, int most) {
		return this.database
			.sql("""
					with surplus as (delete from favourite where household_id = :household and activity_id in (
					  select activity_id from favourite where household_id = :household and activity_id <> :activity
					   order by created_at desc, activity_id offset :others))
					insert into favourite (household_id, activity_id) values (:household, :activity) on conflict do nothing""")
			.bind("household", household)
			.bind("activity", activity)
			.bind("others", most - 1)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> remove(UUID household, UUID activity) {
		return this.database.sql("delete from favourite where household_id = :household and activity_id = :activity")
			.bind("household", household)
			.bind("activity", activity)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> forget(UUID household) {
		return this.database.sql("delete from favourite where household_id = :household")
			.bind("household", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

}
