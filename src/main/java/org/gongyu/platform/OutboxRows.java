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
	record Delivery(long id, String handler, String key, String body) {
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
				     and id = any (array(select id from outbox where not told order by id limit :limit))
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
	 * Leases due deliveries: for each handler and key a run of the oldest that are still
	 * open. The heads of the runs are found by stepping from one handler and key to the
	 * next, so that a long run costs no more to find than a short one.
	 * @param limit how many runs
	 * @param run how many deliveries of a run
	 */
	Flux<Delivery> take(int limit, int run, Duration lease) {
		return this.database
			.sql("""
					with recursive lanes as (
					  (select handler, key from outbox_delivery where state = 'OPEN' order by handler, key limit 1)
					  union all
					  select following.handler, following.key
					    from lanes, lateral (
					      select handler, key from outbox_delivery
					       where state = 'OPEN' and (handler, key) > (lanes.handler, lanes.key)
					       order by handler, key limit 1) following),
					heads as materialized (
					  select head.outbox_id, head.handler, head.key
					    from lanes, lateral (
					      select outbox_id, handler, key, due_at from outbox_delivery
					       where state = 'OPEN' and handler = lanes.handler and key = lanes.key
					       order by outbox_id limit 1) head
					   where head.due_at <= now()
					   order by head.outbox_id limit :limit),
					mine as materialized (
					  select locked.outbox_id, locked.handler, locked.key
					    from heads, lateral (
					      select outbox_id, handler, key from outbox_delivery
					       where outbox_id = heads.outbox_id and handler = heads.handler and state = 'OPEN' and due_at <= now()
					         for update skip locked) locked),
					runs as materialized (
					  select following.outbox_id, following.handler
					    from mine, lateral (
					      select outbox_id, handler from outbox_delivery
					       where state = 'OPEN' and handler = mine.handler and key = mine.key and outbox_id >= mine.outbox_id
					       order by outbox_id limit :run) following)
					update outbox_delivery d
					   set due_at = now() + :lease::interval, attempts = attempts + 1
					  from runs, outbox o
					 where d.outbox_id = runs.outbox_id and d.handler = runs.handler and o.id = d.outbox_id
					returning d.outbox_id, d.handler, d.key, o.body::text as body""")
			.bind("limit", limit)
			.bind("run", run)
			.bind("lease", lease.toMillis() + " milliseconds")
			.map(row -> new Delivery(row.get("outbox_id", Long.class), row.get("handler", String.class),
					row.get("key", String.class), row.get("body", String.class)))
			.all();
	}

	/**
	 * Gives back what was leased behind a delivery that failed: it has its turn after
	 * that one, and was not tried.
	 */
	Mono<Void> giveBack(List<Delivery> untried) {
		return this.database.sql("""
				update outbox_delivery set due_at = now(), attempts = attempts - 1
				 where handler = :handler and outbox_id = any(:ids)""")
			.bind("handler", untried.get(0).handler())
			.bind("ids", untried.stream().map(Delivery::id).toArray(Long[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Notes what one handler was told of one key.
	 */
	Mono<Void> done(List<Delivery> told) {
		return this.database.sql("""
				update outbox_delivery set state = 'DONE', error = null
				 where handler = :handler and outbox_id = any(:ids)""")
			.bind("handler", told.get(0).handler())
			.bind("ids", told.stream().map(Delivery::id).toArray(Long[]::new))
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
