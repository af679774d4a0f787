package org.gongyu.organization;

import java.util.UUID;

import org.gongyu.platform.Nulls;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code alliance}.
 */
@Component
class AllianceRows {

	private final DatabaseClient database;

	AllianceRows(DatabaseClient database) {
		this.database = database;
	}

	Flux<Alliance> all() {
		return this.database
			.sql("select id, name, child_data_officer, roster_days from alliance order by created_at, id limit 1000")
			.map(row -> new Alliance(row.get("id", UUID.class), row.get("name", String.class),
					row.get("child_data_officer", String.class), row.get("roster_days", Integer.class)))
			.all();
	}

	/**
	 * Adds an alliance.
	 */
	Mono<Void> add(Alliance alliance) {
		return write(
				"""
						insert into alliance (id, name, child_data_officer, roster_days) values (:id, :name, :officer, :days)""",
				alliance)
			.then();
	}

	Mono<Boolean> change(Alliance alliance) {
		return write(
				"update alliance set name = :name, child_data_officer = :officer, roster_days = :days where id = :id",
				alliance)
			.map(rows -> rows > 0);
	}

	private Mono<Long> write(String sql, Alliance alliance) {
		return this.database.sql(sql)
			.bind("id", alliance.id())
			.bind("name", alliance.name())
			.bind("officer", Nulls.of(alliance.childDataOfficer(), String.class))
			.bind("days", alliance.rosterDays())
			.fetch()
			.rowsUpdated();
	}

}
