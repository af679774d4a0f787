package org.gongyu.audit;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Nulls;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code audit_entry} and {@code audit_link}.
 */
@Component
class AuditRows {

	private final DatabaseClient database;

	AuditRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(AuditEntry entry) {
		return this.database.sql("""
				insert into audit_entry (id, actor, organization_id, action, subject)
				values (:id, :actor, :organization, :action, :subject)""")
			.bind("id", entry.id())
			.bind("actor", Nulls.of(entry.actor(), UUID.class))
			.bind("organization", Nulls.of(entry.organization(), UUID.class))
			.bind("action", entry.action().name())
			.bind("subject", Nulls.of(entry.subject(), UUID.class))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Flux<AuditEntry> find(AuditQuery query) {
		return this.database
			.sql("""
					select * from audit_entry
					 where (:actor::uuid is null or actor = :actor) and (:organization::uuid is null or organization_id = :organization)
					   and (:action::text is null or action = :action) and (:subject::uuid is null or subject = :subject)
					   and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
					   and (:at::timestamptz is null or (at, id) < (:at, :id))
					 order by at desc, id desc limit :size""")
			.bind("actor", Nulls.of(query.actor(), UUID.class))
			.bind("organization", Nulls.of(query.organization(), UUID.class))
			.bind("action", Nulls.of((query.action() != null) ? query.action().name() : null, String.class))
			.bind("subject", Nulls.of(query.subject(), UUID.class))
			.bind("from", Nulls.of(query.from(), Instant.class))
			.bind("to", Nulls.of(query.to(), Instant.class))
			.bind("at", Nulls.of((query.after() != null) ? query.after().at() : null, Instant.class))
			.bind("id", Nulls.of((query.after() != null) ? query.after().id() : null, UUID.class))
			.bind("size", query.size() + 1)
			.map(AuditRows::entry)
			.all();
	}

	/**
	 * Puts entries at the end of the chain. Answers how many; 0 also while another node
	 * does so.
	 */
	Mono<Integer> extend(int most) {
		return this.database.sql("select audit_extend(:most) as made")
			.bind("most", most)
			.map(row -> row.get("made", Integer.class))
			.one();
	}

	Mono<AuditCheck> check() {
		return this.database.sql("select * from audit_check()")
			.map(row -> new AuditCheck(row.get("links", Long.class), row.get("broken", Long.class),
					row.get("head", String.class)))
			.one();
	}

	private static AuditEntry entry(Readable row) {
		return new AuditEntry(row.get("id", UUID.class), row.get("at", Instant.class), row.get("actor", UUID.class),
				row.get("organization_id", UUID.class), AuditAction.valueOf(row.get("action", String.class)),
				row.get("subject", UUID.class));
	}

}
