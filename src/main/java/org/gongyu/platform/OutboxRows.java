package org.gongyu.platform;

import java.time.Duration;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code outbox} and {@code outbox_delivery}.
 */
@Component
class OutboxRows {

	/**
	 * A fact that one handler is to be told.
	 */
	record Delivery(long id, String handler, String body) {
	}

	/**
	 * A delivery that was given up.
	 */
	record DeadLetter(long id, String handler, String type, String key, int attempts, String error) {
	}

	private final DatabaseClient database;

	OutboxRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> append(String key, String type, String body) {
		return this.database.sql("select outbox_append(:key, :type, :body::jsonb)")
			.bind("key", key)
			.bind("type", type)
			.bind("body", body)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Gives each new fact one delivery for each handler of its type. One node at a time
	 * does it, so that the facts of a key become deliverable in their order.
	 */
	Mono<Long> fanOut(List<FactHandler<?>> handlers, int limit) {
		return this.database.sql("""
				with turn as materialized (select pg_try_advisory_xact_lock(727001) as mine),
				fresh as (
				  update outbox set told = true
				   where (select mine from turn)
				     and id in (select id from outbox where not told order by id limit :limit)
				  returning id, key, type)
				insert into outbox_delivery (outbox_id, handler, key)
				select fresh.id, h.handler, fresh.key
				  from fresh join unnest(:types::text[], :handlers::text[]) h(type, handler) on h.type = fresh.type""")
			.bind("limit", limit)
			.bind("types", handlers.stream().map(handler -> handler.type().getSimpleName()).toArray(String[]::new))
			.bind("handlers", handlers.stream().map(FactHandler::name).toArray(String[]::new))
			.fetch()
			.rowsUpdated();
	}

	/**
	 * Leases due deliveries: for each handler and key only the oldest that is still open.
	 */
	Flux<Delivery> take(int limit, Duration lease) {
		return this.database.sql("""
				with due as (
				  select d.outbox_id, d.handler
				    from outbox_delivery d
				   where d.state = 'OPEN' and d.due_at <= now()
				     and not exists (select 1 from outbox_delivery e
				                      where e.handler = d.handler and e.key = d.key and e.state = 'OPEN'
				                        and e.outbox_id < d.outbox_id)
				   order by d.outbox_id
				   limit :limit
				     for update skip locked)
				update outbox_delivery d
				   set due_at = now() + :lease::interval, attempts = attempts + 1
				  from due, outbox o
				 where d.outbox_id = due.outbox_id and d.handler = due.handler and o.id = d.outbox_id
				returning d.outbox_id, d.handler, o.body::text as body""")
			.bind("limit", limit)
			.bind("lease", lease.toMillis() + " milliseconds")
			.map(row -> new Delivery(row.get("outbox_id", Long.class), row.get("handler", String.class),
					row.get("body", String.class)))
			.all();
	}

	Mono<Void> done(Delivery delivery) {
		return this.database
			.sql("update outbox_delivery set state = 'DONE', error = null where outbox_id = :id and handler = :handler")
			.bind("id", delivery.id())
			.bind("handler", delivery.handler())
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Notes a failure: due again after 2, 4, 8 … seconds, a dead letter after the last
	 * attempt.
	 */
	Mono<Void> failed(Delivery delivery, String error, int attempts) {
		return this.database.sql("""
				update outbox_delivery
				   set state = case when attempts >= :attempts then 'DEAD' else 'OPEN' end,
				       due_at = now() + make_interval(secs => least(600, power(2, attempts))),
				       error = left(:error, 500)
				 where outbox_id = :id and handler = :handler""")
			.bind("attempts", attempts)
			.bind("error", error)
			.bind("id", delivery.id())
			.bind("handler", delivery.handler())
			.fetch()
			.rowsUpdated()
			.then();
	}

	Flux<DeadLetter> deadLetters(int limit) {
		return this.database.sql("""
				select d.outbox_id, d.handler, o.type, o.key, d.attempts, coalesce(d.error, '') as error
				  from outbox_delivery d join outbox o on o.id = d.outbox_id
				 where d.state = 'DEAD' order by d.outbox_id desc limit :limit""")
			.bind("limit", limit)
			.map(row -> new DeadLetter(row.get("outbox_id", Long.class), row.get("handler", String.class),
					row.get("type", String.class), row.get("key", String.class), row.get("attempts", Integer.class),
					row.get("error", String.class)))
			.all();
	}

	/**
	 * Forgets facts of which nothing is left to deliver.
	 * @param keep for how long they are kept
	 */
	Mono<Long> forget(Duration keep, int limit) {
		return this.database.sql("""
				delete from outbox where id in (
				  select o.id from outbox o
				   where o.told and o.created_at < now() - :keep::interval
				     and not exists (select 1 from outbox_delivery d where d.outbox_id = o.id and d.state <> 'DONE')
				   order by o.id limit :limit)""")
			.bind("keep", keep.toMillis() + " milliseconds")
			.bind("limit", limit)
			.fetch()
			.rowsUpdated();
	}

	/**
	 * Opens a dead letter again.
	 */
	Mono<Long> revive(long id, String handler) {
		return this.database.sql("""
				update outbox_delivery set state = 'OPEN', attempts = 0, due_at = now()
				 where outbox_id = :id and handler = :handler and state = 'DEAD'""")
			.bind("id", id)
			.bind("handler", handler)
			.fetch()
			.rowsUpdated();
	}

}
