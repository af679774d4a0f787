package org.gongyu.roster;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code roster_export}.
 */
@Component
class RosterExportRows {

	private final DatabaseClient database;

	RosterExportRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(UUID id, UUID slot, UUID by, Instant at) {
		return this.database
			.sql("insert into roster_export (id, slot_id, requested_by, requested_at) values (:id, :slot, :by, :at)")
			.bind("id", id)
			.bind("slot", slot)
			.bind("by", by)
			.bind("at", at)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<RosterExport> find(UUID id) {
		return this.database.sql("select * from roster_export where id = :id")
			.bind("id", id)
			.map(RosterExportRows::export)
			.one();
	}

	/**
	 * The exports of a slot that were not fetched, the oldest first.
	 */
	Flux<RosterExport> open(UUID slot) {
		return this.database.sql("""
				select * from roster_export where slot_id = :slot and fetched_at is null
				 order by requested_at, id limit 20""").bind("slot", slot).map(RosterExportRows::export).all();
	}

	/**
	 * Notes that somebody else agreed. False when somebody has.
	 */
	Mono<Boolean> approve(UUID id, UUID by, Instant at) {
		return this.database.sql("""
				update roster_export set approved_by = :by, approved_at = :at
				 where id = :id and approved_at is null and requested_by <> :by""")
			.bind("by", by)
			.bind("at", at)
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	/**
	 * Uses up an export that was agreed to since a time. False when there is none.
	 */
	Mono<Boolean> fetch(UUID id, UUID by, Instant since, Instant at) {
		return this.database.sql("""
				update roster_export set fetched_at = :at
				 where id = :id and requested_by = :by and approved_at > :since and fetched_at is null""")
			.bind("at", at)
			.bind("id", id)
			.bind("by", by)
			.bind("since", since)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	private static RosterExport export(Readable row) {
		return new RosterExport(row.get("id", UUID.class), row.get("slot_id", UUID.class),
				row.get("requested_by", UUID.class), row.get("requested_at", Instant.class),
				row.get("approved_at", Instant.class), row.get("fetched_at", Instant.class));
	}

}
