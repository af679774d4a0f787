package org.gongyu.notice;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.Nulls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code notice}.
 */
@Component
class NoticeRows {

	private final DatabaseClient database;

	NoticeRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Puts a notice into the inbox, unless it is there. Answers the one that is there and
	 * was not sent yet; empty when it was.
	 */
	Mono<Notice> add(Notice notice) {
		return this.database
			.sql("""
					with fresh as (
					  insert into notice (id, account_id, household_id, kind, subject_id, slot_id, seats, path, until, created_at)
					  values (:id, :account, :household, :kind, :subject, :slot, :seats, :path, :until, :at)
					  on conflict (account_id, kind, subject_id) do update set kind = excluded.kind
					  returning *)
					select * from fresh where sent_at is null""")
			.bind("id", notice.id())
			.bind("account", notice.account())
			.bind("household", notice.household())
			.bind("kind", notice.kind().name())
			.bind("subject", notice.subject())
			.bind("slot", notice.slot())
			.bind("seats", notice.seats())
			.bind("path", notice.path())
			.bind("until", Nulls.of(notice.until(), Instant.class))
			.bind("at", notice.createdAt())
			.map(NoticeRows::notice)
			.one();
	}

	Mono<Void> sent(UUID id, Instant at) {
		return this.database.sql("update notice set sent_at = :at where id = :id")
			.bind("at", at)
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The inbox of a household, the newest first, one more than the page holds.
	 */
	Flux<Notice> ofHousehold(UUID household, @Nullable Cursor after, int size) {
		return this.database.sql("""
				select * from notice
				 where household_id = :household and (:after::timestamptz is null or (created_at, id) < (:after, :id))
				 order by created_at desc, id desc limit :limit""")
			.bind("household", household)
			.bind("after", Nulls.of((after != null) ? after.at() : null, Instant.class))
			.bind("id", Nulls.of((after != null) ? after.id() : null, UUID.class))
			.bind("limit", size + 1)
			.map(NoticeRows::notice)
			.all();
	}

	Mono<Void> handOver(UUID household, UUID from, UUID to) {
		return this.database
			.sql("""
					update notice n set account_id = :to
					 where household_id = :household and account_id = :from
					   and not exists (select from notice o where o.account_id = :to and o.kind = n.kind and o.subject_id = n.subject_id)""")
			.bind("to", to)
			.bind("household", household)
			.bind("from", from)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> forget(UUID household) {
		return this.database.sql("delete from notice where household_id = :household")
			.bind("household", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Forgets notices that are older than a time; answers how many.
	 */
	Mono<Long> forgetBefore(Instant time) {
		return this.database.sql("delete from notice where created_at < :time")
			.bind("time", time)
			.fetch()
			.rowsUpdated();
	}

	private static Notice notice(Readable row) {
		return new Notice(row.get("id", UUID.class), row.get("account_id", UUID.class),
				row.get("household_id", UUID.class), NoticeKind.valueOf(row.get("kind", String.class)),
				row.get("subject_id", UUID.class), row.get("slot_id", UUID.class), row.get("seats", Integer.class),
				row.get("path", String.class), row.get("until", Instant.class), row.get("created_at", Instant.class));
	}

}
