package org.gongyu.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import org.gongyu.activity.Pool;
import org.gongyu.activity.PublishedSlot;
import org.gongyu.activity.Batches;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The seat ledger: tables {@code slot_seats}, {@code pool_seats}, {@code seat_claim} and
 * the SQL functions over them. Numbers travel as the JSON text that the functions make
 * and the scripts read; nothing between them looks inside.
 */
@Component
class SeatRows {

	private static final String SEATS_PROMISED = "GY001";

	private final DatabaseClient database;

	SeatRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The numbers for an image that has seen a version; empty when the ledger does not
	 * know the slot.
	 */
	Mono<String> load(UUID slot, long since) {
		return text(this.database.sql("select load_slot(:slot, :since) as numbers")
			.bind("slot", slot)
			.bind("since", since));
	}

	/**
	 * Asks about holds in doubt and has the ledger do what is due; empty when it does not
	 * know the slot.
	 */
	Mono<String> ask(UUID slot, List<SeatHold> doubts) {
		return text(this.database.sql("select ask_ledger(:slot, :holds, :pools, :parties, :seats) as numbers")
			.bind("slot", slot)
			.bind("holds", array(doubts, SeatHold::id, UUID[]::new))
			.bind("pools", array(doubts, doubt -> doubt.pool().name(), String[]::new))
			.bind("parties", array(doubts, SeatHold::party, UUID[]::new))
			.bind("seats", array(doubts, SeatHold::seats, Integer[]::new)));
	}

	/**
	 * Puts a published slot into the ledger; a repeat changes nothing.
	 */
	Mono<Void> open(PublishedSlot slot) {
		List<PublishedSlot.PoolPlan> pools = slot.pools();
		List<Later> later = pools.stream().flatMap(Later::of).toList();
		return this.database
			.sql("""
					select open_slot(:slot, :limit, :starts, :ends, :pools, :capacities, :released::timestamptz[],
					                 :lapses::timestamptz[], :batchPools, :batchOpens::timestamptz[], :batchSeats, :returnMinutes)""")
			.bind("slot", slot.id())
			.bind("limit", slot.partyLimit())
			.bind("starts", slot.startsAt())
			.bind("ends", slot.endsAt())
			.bind("pools", array(pools, pool -> pool.pool().name(), String[]::new))
			.bind("capacities", array(pools, pool -> pool.schedule().get(0).seats(), Integer[]::new))
			.bind("released", array(pools, pool -> pool.releasedAt().toString(), String[]::new))
			.bind("lapses", array(pools, pool -> text(pool.lapsesAt()), String[]::new))
			.bind("batchPools", array(later, each -> each.pool().name(), String[]::new))
			.bind("batchOpens", array(later, each -> each.batch().opensAt().toString(), String[]::new))
			.bind("batchSeats", array(later, each -> each.batch().seats(), Integer[]::new))
			.bind("returnMinutes", slot.returnMinutes())
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Slots with batches whose time has come.
	 */
	Flux<UUID> batchesDue(Instant now, int limit) {
		return this.database
			.sql("select distinct slot_id from pool_batch where not opened and opens_at <= :now limit :limit")
			.bind("now", now)
			.bind("limit", limit)
			.map(row -> row.get("slot_id", UUID.class))
			.all();
	}

	/**
	 * Opens the batches whose time has come; empty when none had.
	 */
	Mono<String> openBatches(UUID slot) {
		return text(this.database.sql("select open_batches(:slot) as numbers").bind("slot", slot));
	}

	Mono<String> close(UUID slot) {
		return text(this.database.sql("select close_slot(:slot) as numbers").bind("slot", slot));
	}

	/**
	 * All numbers under a new version, for an image that drifted.
	 */
	Mono<String> raise(UUID slot) {
		return text(this.database.sql("select raise_slot(:slot) as numbers").bind("slot", slot));
	}

	/**
	 * Slots that are marked as waited for.
	 */
	Flux<UUID> queued(int limit) {
		return this.database.sql("select slot_id from slot_seats where queue order by starts_at limit :limit")
			.bind("limit", limit)
			.map(row -> row.get("slot_id", UUID.class))
			.all();
	}

	Mono<String> setWaiting(UUID slot, boolean waiting, long seen) {
		return text(this.database.sql("select set_waiting(:slot, :waiting, :seen) as numbers")
			.bind("slot", slot)
			.bind("waiting", waiting)
			.bind("seen", seen));
	}

	/**
	 * Resizes a pool; empty when seats are promised that the new capacity would not hold.
	 */
	Mono<String> resize(UUID slot, String pool, int capacity) {
		return text(this.database.sql("select resize_pool(:slot, :pool, :capacity) as numbers")
			.bind("slot", slot)
			.bind("pool", pool)
			.bind("capacity", capacity)).onErrorResume(DataAccessException.class, SeatRows::promised);
	}

	/**
	 * Slots that begin between the two times, for the reconciler.
	 */
	Flux<UUID> between(Instant from, Instant to) {
		return this.database
			.sql("select slot_id from slot_seats where ends_at > :from and starts_at < :to order by starts_at")
			.bind("from", from)
			.bind("to", to)
			.map(row -> row.get("slot_id", UUID.class))
			.all();
	}

	Mono<Void> forget(UUID party) {
		return this.database.sql("update seat_claim set party = hold_id where party = :party")
			.bind("party", party)
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static Mono<String> text(DatabaseClient.GenericExecuteSpec statement) {
		return statement.map(row -> java.util.Optional.ofNullable(row.get("numbers", String.class)))
			.one()
			.flatMap(Mono::justOrEmpty);
	}

	private static Mono<String> promised(DataAccessException ex) {
		boolean refused = ex.getCause() instanceof PostgresqlException cause
				&& SEATS_PROMISED.equals(cause.getErrorDetails().getCode());
		return refused ? Mono.empty() : Mono.error(ex);
	}

	/**
	 * A batch of a pool that opens after its first one.
	 */
	private record Later(Pool pool, Batches.Batch batch) {

		static Stream<Later> of(PublishedSlot.PoolPlan plan) {
			return plan.schedule().stream().skip(1).map(batch -> new Later(plan.pool(), batch));
		}

	}

	private static <T, R> R[] array(List<T> rows, Function<T, R> column, IntFunction<R[]> type) {
		return rows.stream().map(column).toArray(type);
	}

	private static @Nullable String text(@Nullable Instant at) {
		return (at != null) ? at.toString() : null;
	}

}
