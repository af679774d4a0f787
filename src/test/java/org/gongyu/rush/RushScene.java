package org.gongyu.rush;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongyu.Hub;
import org.gongyu.account.TestTokens;
import org.gongyu.activity.Pool;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.RedisConnections;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * One published slot and many parties.
 */
final class RushScene {

	static final int SEATS = 100;

	static final int PARTIES = Integer.getInteger("gongyu.parties", 2000);

	final UUID slot = UUID.randomUUID();

	private final Hub hub;

	final List<String> tokens;

	private final List<UUID> parties = Stream.generate(UUID::randomUUID).limit(PARTIES).toList();

	/**
	 * Publishes a slot, past the pages and the API, with 100 PUBLIC seats.
	 */
	RushScene(Hub hub) {
		this.hub = hub;
		UUID site = UUID.randomUUID();
		UUID activity = UUID.randomUUID();
		Instant start = Instant.now().plus(30, ChronoUnit.DAYS);
		hub.execute(
				"""
						insert into venue (id, organization_id, site_id, name, name_key, kind, region, booking_mode, zone)
						values ('%1$s', '%1$s', '%1$s', '馆', '%1$s', 'MUSEUM', '云溪区', 'REQUIRED', 'Asia/Shanghai');
						insert into activity (id, venue_id, organization_id, title, category, age_from, age_to, admission, party_limit, state)
						values ('%2$s', '%1$s', '%1$s', '抢票', 'SCIENCE', 6, 12, 'FREE', 5, 'PUBLISHED');
						insert into slot (id, activity_id, starts_at, ends_at, zone, state)
						values ('%3$s', '%2$s', '%4$s', '%5$s', 'Asia/Shanghai', 'PUBLISHED');
						insert into slot_pool (slot_id, pool, capacity, released_at) values ('%3$s', 'PUBLIC', %6$d, 'epoch');
						"""
					.formatted(site, activity, this.slot, start, start.plus(2, ChronoUnit.HOURS), SEATS));
		this.tokens = this.parties.stream().map(party -> TestTokens.guardian(hub, party)).toList();
	}

	static List<Integer> everybody() {
		return IntStream.range(0, PARTIES).boxed().toList();
	}

	Rush rush(Supplier<String> address, Rush.Manners manners) {
		return new Rush(address, this.slot, this.tokens, manners);
	}

	void flushRedis() {
		this.hub.bean(ReactiveStringRedisTemplate.class)
			.getConnectionFactory()
			.getReactiveConnection()
			.serverCommands()
			.flushAll()
			.subscribe();
	}

	/**
	 * What is left when everybody has an answer.
	 */
	History.End end(Hub at) {
		DatabaseClient database = at.bean(DatabaseClient.class);
		Map<String, String> holds = new HashMap<>();
		Map<String, String> states = new HashMap<>();
		database.sql("select id, hold_id, state from booking where slot_id = :slot")
			.bind("slot", this.slot)
			.map(row -> List.of(text(row.get("id")), text(row.get("hold_id")), text(row.get("state"))))
			.all()
			.collectList()
			.block()
			.forEach(row -> {
				holds.put(row.get(0), row.get(1));
				states.put(row.get(0), row.get(2));
			});
		List<History.Entry> entries = new ArrayList<>();
		database.sql("""
				select (body ->> 'version')::bigint as version, created_at::text as transaction,
				       (body ->> 'seats')::int * case type when 'BookingConfirmed' then 1 else -1 end as seats
				  from outbox where key = :slot and type in ('BookingConfirmed', 'BookingCancelled') order by id""")
			.bind("slot", this.slot.toString())
			.map(row -> new History.Entry(row.get("version", Long.class), row.get("transaction", String.class),
					row.get("seats", Integer.class)))
			.all()
			.collectList()
			.block()
			.forEach(entries::add);
		int booked = Objects.requireNonNull(
				database.sql("select coalesce(sum(booked), 0)::int as n from pool_seats where slot_id = :slot")
					.bind("slot", this.slot)
					.map(row -> row.get("n", Integer.class))
					.one()
					.block());
		Availability seats = Objects
			.requireNonNull(at.bean(SeatInventory.class).availability(this.slot).block(Duration.ofSeconds(10)));
		int live = seats.pools().stream().mapToInt(Availability.PoolSeats::held).sum();
		int imageBooked = seats.pools().stream().mapToInt(Availability.PoolSeats::booked).sum();
		return new History.End(holds, states, entries, SEATS, booked, imageBooked, seats.remaining(Pool.PUBLIC), live,
				holders(at));
	}

	/**
	 * Whose holds the image has, without those that are finished.
	 */
	private List<Integer> holders(Hub at) {
		byte[] key = ("{" + this.slot + "}:holds").getBytes(StandardCharsets.UTF_8);
		return at.bean(RedisConnections.class)
			.commands()
			.hvals(key)
			.toCompletableFuture()
			.join()
			.stream()
			.map(hold -> new String(hold, StandardCharsets.UTF_8).split("\\|", -1))
			.filter(hold -> !"F".equals(hold[0]))
			.map(hold -> this.parties.indexOf(UUID.fromString(hold[3])))
			.toList();
	}

	private static String text(Object value) {
		return String.valueOf(value);
	}

}
