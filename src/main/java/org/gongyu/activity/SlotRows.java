package org.gongyu.activity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Nulls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code slot} and {@code slot_pool}.
 */
@Component
class SlotRows {

	private static final String SELECT = """
			select s.*, p.pools, p.capacities, p.released, p.lapses, p.lots_open, p.lots_close, p.batches, p.minutes
			  from slot s left join lateral (
			    select array_agg(pool order by pool) as pools, array_agg(capacity order by pool) as capacities,
			           array_agg(released_at order by pool) as released, array_agg(lapses_at order by pool) as lapses,
			           array_agg(lot_opens_at order by pool) as lots_open, array_agg(lot_closes_at order by pool) as lots_close,
			           array_agg(batches order by pool) as batches, array_agg(batch_minutes order by pool) as minutes
			      from slot_pool where slot_id = s.id) p on true
			""";

	private final DatabaseClient database;

	SlotRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slot> find(UUID id) {
		return this.database.sql(SELECT + "where s.id = :id").bind("id", id).map(SlotRows::slot).one();
	}

	/**
	 * The slots of an activity that end after the time, the first ones first.
	 */
	Flux<Slot> of(UUID activity, Instant after, int limit) {
		return this.database
			.sql(SELECT + "where s.activity_id = :activity and s.ends_at > :after order by s.starts_at limit :limit")
			.bind("activity", activity)
			.bind("after", after)
			.bind("limit", limit)
			.map(SlotRows::slot)
			.all();
	}

	Flux<Slot> ofOrganization(UUID organization, Instant from, Instant to, int limit) {
		return this.database
			.sql(SELECT
					+ """
							 join activity a on a.id = s.activity_id
							where a.organization_id = :organization and s.starts_at >= :from and s.starts_at < :to and s.state <> 'DRAFT'
							order by s.starts_at, s.id limit :limit""")
			.bind("organization", organization)
			.bind("from", from)
			.bind("to", to)
			.bind("limit", limit)
			.map(SlotRows::slot)
			.all();
	}

	/**
	 * Adds a slot with its pools; false when the activity has one at this time.
	 */
	Mono<Boolean> add(Slot slot) {
		List<PublishedSlot.PoolPlan> pools = slot.pools();
		return this.database
			.sql("""
					with fresh as (
					  insert into slot (id, activity_id, starts_at, ends_at, zone)
					  values (:id, :activity, :starts, :ends, :zone) on conflict do nothing returning id)
					insert into slot_pool (slot_id, pool, capacity, released_at, lapses_at, lot_opens_at, lot_closes_at, batches, batch_minutes)
					select fresh.id, p, c, r, l, o, e, s, m
					  from fresh, unnest(:pools::text[], :capacities::int[], :released::timestamptz[], :lapses::timestamptz[],
					                    :opens::timestamptz[], :closes::timestamptz[], :batches::int[], :minutes::int[])
					       as d(p, c, r, l, o, e, s, m)""")
			.bind("id", slot.id())
			.bind("activity", slot.activity())
			.bind("starts", slot.startsAt())
			.bind("ends", slot.endsAt())
			.bind("zone", slot.zone().getId())
			.bind("pools", pools.stream().map(pool -> pool.pool().name()).toArray(String[]::new))
			.bind("capacities", pools.stream().map(PublishedSlot.PoolPlan::capacity).toArray(Integer[]::new))
			.bind("released", times(pools, PublishedSlot.PoolPlan::releasedAt))
			.bind("lapses", times(pools, PublishedSlot.PoolPlan::lapsesAt))
			.bind("opens", times(pools, pool -> (pool.lot() != null) ? pool.lot().opensAt() : null))
			.bind("closes", times(pools, pool -> (pool.lot() != null) ? pool.lot().closesAt() : null))
			.bind("batches", numbers(pools, Batches::count))
			.bind("minutes", numbers(pools, Batches::minutes))
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	private static @Nullable Integer[] numbers(List<PublishedSlot.PoolPlan> pools, Function<Batches, Integer> number) {
		return pools.stream()
			.map(PublishedSlot.PoolPlan::batches)
			.map(batches -> (batches != null) ? number.apply(batches) : null)
			.toArray(Integer[]::new);
	}

	private static @Nullable String[] times(List<PublishedSlot.PoolPlan> pools,
			Function<PublishedSlot.PoolPlan, @Nullable Instant> time) {
		return pools.stream().map(time).map(each -> (each != null) ? each.toString() : null).toArray(String[]::new);
	}

	/**
	 * Publishes the draft slots of an activity that still lie ahead; answers their ids.
	 */
	Flux<UUID> publish(UUID activity, Instant now) {
		return this.database.sql("""
				update slot set state = 'PUBLISHED'
				 where activity_id = :activity and state = 'DRAFT' and starts_at > :now returning id""")
			.bind("activity", activity)
			.bind("now", now)
			.map(row -> row.get("id", UUID.class))
			.all();
	}

	/**
	 * Withdraws a published slot; false when it is none.
	 */
	Mono<Boolean> withdraw(UUID id, String reason) {
		return this.database
			.sql("update slot set state = 'CANCELLED', cancel_reason = :reason where id = :id and state = 'PUBLISHED'")
			.bind("reason", reason)
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	/**
	 * Removes a slot that is still a draft; false when it is none.
	 */
	Mono<Boolean> removeDraft(UUID id) {
		return this.database.sql("delete from slot where id = :id and state = 'DRAFT'")
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	Mono<Void> noteCapacity(UUID id, Pool pool, int capacity) {
		return this.database
			.sql("update slot_pool set capacity = :capacity where slot_id = :id and pool = :pool and batches is null")
			.bind("capacity", capacity)
			.bind("id", id)
			.bind("pool", pool.name())
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> noteSeatsLeft(Map<UUID, Integer> seats) {
		List<Map.Entry<UUID, Integer>> sorted = seats.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
		return this.database.sql("""
				update slot s set seats_left = d.seats from unnest(:ids, :seats) d(id, seats)
				 where s.id = d.id and s.seats_left is distinct from d.seats""")
			.bind("ids", sorted.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
			.bind("seats", sorted.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	static Slot slot(Readable row) {
		return new Slot(row.get("id", UUID.class), row.get("activity_id", UUID.class),
				row.get("starts_at", Instant.class), row.get("ends_at", Instant.class),
				ZoneId.of(row.get("zone", String.class)), PublicationState.valueOf(row.get("state", String.class)),
				row.get("cancel_reason", String.class), row.get("seats_left", Integer.class), pools(row));
	}

	private static List<PublishedSlot.PoolPlan> pools(Readable row) {
		String[] names = row.get("pools", String[].class);
		Integer[] capacities = row.get("capacities", Integer[].class);
		Instant[] released = row.get("released", Instant[].class);
		Instant[] lapses = row.get("lapses", Instant[].class);
		Instant[] opens = row.get("lots_open", Instant[].class);
		Instant[] closes = row.get("lots_close", Instant[].class);
		Integer[] batches = row.get("batches", Integer[].class);
		Integer[] minutes = row.get("minutes", Integer[].class);
		List<PublishedSlot.PoolPlan> pools = new ArrayList<>();
		for (int i = 0; i < names.length; i++) {
			pools.add(new PublishedSlot.PoolPlan(Pool.valueOf(names[i]), capacities[i], released[i], lapses[i],
					(opens[i] != null) ? new Lot(opens[i], closes[i]) : null,
					(batches[i] != null) ? new Batches(batches[i], minutes[i]) : null));
		}
		return pools;
	}

}
