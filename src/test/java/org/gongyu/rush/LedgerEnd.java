package org.gongyu.rush;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.activity.Pool;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.RedisConnections;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What the ledger and the image of one slot say once a run is over.
 */
final class LedgerEnd {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/**
	 * The running hub.
	 */
	interface Beans {

		<T> T get(Class<T> type);

	}

	private record Booked(String id, String hold, String state) {
	}

	private final Beans hub;

	private final UUID slot;

	private final int capacity;

	LedgerEnd(Beans hub, UUID slot, int capacity) {
		this.hub = hub;
		this.slot = slot;
		this.capacity = capacity;
	}

	/**
	 * @param parties the households, in the order of their numbers in the history
	 */
	History.End read(List<UUID> parties) {
		Map<String, String> holds = new HashMap<>();
		Map<String, String> states = new HashMap<>();
		for (Booked booked : bookings()) {
			holds.put(booked.id(), booked.hold());
			states.put(booked.id(), booked.state());
		}
		Availability seats = Objects
			.requireNonNull(this.hub.get(SeatInventory.class).availability(this.slot).block(PATIENCE));
		int live = seats.pools().stream().mapToInt(Availability.PoolSeats::held).sum();
		int imageBooked = seats.pools().stream().mapToInt(Availability.PoolSeats::booked).sum();
		return new History.End(holds, states, entries(), this.capacity, booked(), imageBooked,
				seats.remaining(Pool.PUBLIC), live, holders(parties));
	}

	private List<Booked> bookings() {
		return database().sql("select id, hold_id, state from booking where slot_id = :slot")
			.bind("slot", this.slot)
			.map(row -> new Booked(text(row.get("id")), text(row.get("hold_id")), text(row.get("state"))))
			.all()
			.collectList()
			.block(PATIENCE);
	}

	private List<History.Entry> entries() {
		return database().sql("""
				select (body ->> 'version')::bigint as version, created_at::text as transaction,
				       (body ->> 'seats')::int * case type when 'BookingConfirmed' then 1 else -1 end as seats
				  from outbox where key = :slot and type in ('BookingConfirmed', 'BookingCancelled') order by id""")
			.bind("slot", this.slot.toString())
			.map(row -> new History.Entry(row.get("version", Long.class), row.get("transaction", String.class),
					row.get("seats", Integer.class)))
			.all()
			.collectList()
			.block(PATIENCE);
	}

	private int booked() {
		return database().sql("select coalesce(sum(booked), 0)::int as n from pool_seats where slot_id = :slot")
			.bind("slot", this.slot)
			.map(row -> row.get("n", Integer.class))
			.one()
			.block(PATIENCE);
	}

	/**
	 * Whose holds the image has, without those that are finished.
	 */
	private List<Integer> holders(List<UUID> parties) {
		Map<UUID, Integer> numbers = new HashMap<>();
		parties.forEach(party -> numbers.put(party, numbers.size()));
		byte[] key = ("{" + this.slot + "}:holds").getBytes(StandardCharsets.UTF_8);
		return this.hub.get(RedisConnections.class)
			.commands()
			.hvals(key)
			.toCompletableFuture()
			.join()
			.stream()
			.map(hold -> new String(hold, StandardCharsets.UTF_8).split("\\|", -1))
			.filter(hold -> !"F".equals(hold[0]))
			.map(hold -> numbers.get(UUID.fromString(hold[3])))
			.toList();
	}

	private DatabaseClient database() {
		return this.hub.get(DatabaseClient.class);
	}

	private static String text(Object value) {
		return String.valueOf(value);
	}

}
