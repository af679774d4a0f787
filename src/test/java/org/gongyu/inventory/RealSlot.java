package org.gongyu.inventory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import io.r2dbc.spi.ConnectionFactory;
import org.gongyu.Hub;
import org.gongyu.platform.RedisConnections;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * One slot in the real PostgreSQL and Redis, whose clocks the test moves.
 */
final class RealSlot implements AutoCloseable {

	final UUID id = UUID.randomUUID();

	final SeatImage image;

	final SeatRows rows;

	private final DatabaseClient database;

	private final SingleConnectionFactory connection;

	private final RedisConnections redis;

	private final long base = System.currentTimeMillis();

	private long offset;

	RealSlot(Hub hub, InventoryProperties properties, int limit, Map<String, ModelNumbers.ModelPool> pools) {
		this.redis = hub.bean(RedisConnections.class);
		this.image = new SeatImage(this.redis, new DefaultResourceLoader(), properties, () -> this.offset);
		this.connection = new SingleConnectionFactory(
				Objects.requireNonNull(Mono.from(hub.bean(ConnectionFactory.class).create()).block()),
				hub.bean(ConnectionFactory.class).getMetadata(), true);
		this.database = DatabaseClient.create(this.connection);
		this.rows = new SeatRows(this.database);
		moveTo(0);
		Instant start = Instant.ofEpochMilli(this.base).plus(Duration.ofDays(30));
		sql("select open_slot('" + this.id + "', " + limit + ", '" + start + "', '" + start.plusSeconds(3600) + "', "
				+ array(pools.keySet().stream().map(name -> "'" + name + "'").toList(), "text") + ", "
				+ array(pools.values().stream().map(pool -> pool.capacity()).toList(), "int") + ", "
				+ array(pools.values().stream().map(pool -> "'epoch'").toList(), "timestamptz") + ", "
				+ array(pools.values().stream().map(pool -> time(pool.lapsesAt())).toList(), "timestamptz")
				+ ")::text as numbers");
	}

	void moveTo(long millis) {
		this.offset = millis;
		sql("select set_config('gongyu.time_offset', '" + millis + " milliseconds', false) as numbers");
	}

	/**
	 * A time of the model as the database writes it.
	 */
	String time(long millis) {
		return (millis == LedgerModel.NEVER) ? "null" : "'" + at(millis) + "'";
	}

	/**
	 * A time of the model as the real one, to the millisecond.
	 */
	Instant at(long millis) {
		return Instant.ofEpochMilli(this.base + millis);
	}

	@Nullable String sql(String statement) {
		return this.database.sql(statement)
			.map(row -> java.util.Optional.ofNullable(row.get("numbers", String.class)))
			.one()
			.block()
			.orElse(null);
	}

	/**
	 * The verdicts and the numbers of a batch of confirms.
	 */
	List<String> confirm(List<SeatHold> holds, List<String> numbers) {
		int n = holds.size();
		String call = "select array_to_string(verdicts, ',') || ';' || numbers as numbers from confirm_bookings('"
				+ this.id + "', '" + this.id + "', '" + this.id + "', "
				+ array(holds.stream().map(hold -> "'" + UUID.randomUUID() + "'").toList(), "uuid") + ", "
				+ array(holds.stream().map(hold -> "'" + hold.id() + "'").toList(), "uuid") + ", "
				+ array(holds.stream().map(hold -> "'" + hold.party() + "'").toList(), "uuid") + ", "
				+ "array_fill(null::uuid, array[" + n + "]), "
				+ array(holds.stream().map(hold -> "'" + hold.party() + "'").toList(), "uuid") + ", "
				+ array(holds.stream().map(hold -> "'" + hold.pool() + "'").toList(), "text") + ", "
				+ array(holds.stream().map(SeatHold::seats).toList(), "int") + ", "
				+ array(holds.stream().map(SeatHold::seats).toList(), "int") + ", array_fill(''::text, array[" + n
				+ "]), array_fill('CONFIRMED'::text, array[" + n + "]), array_fill(false, array[" + n
				+ "]), array_fill(null::text, array[" + n + "]), array_fill(null::text, array[" + n
				+ "]), array_fill(''::text, array[" + n + "]))";
		String answer = Objects.requireNonNull(sql(call));
		int split = answer.indexOf(';');
		numbers.add(answer.substring(split + 1));
		return List.of(answer.substring(0, split).split(",", -1));
	}

	/**
	 * The ledger in words.
	 */
	String ledger() {
		return String.valueOf(
				sql("""
						select concat_ws(' ', s.version, s.waiting) || ' ' ||
						       (select string_agg(concat_ws(':', pool, capacity, booked, kept, lapsed), ' ' order by pool)
						          from pool_seats where slot_id = s.slot_id) || ' ' ||
						       coalesce((select string_agg(concat_ws(':', hold_id, state, pool, seats, version), ' ' order by hold_id::text)
						          from seat_claim where slot_id = s.slot_id), '') as numbers
						  from slot_seats s where slot_id = '"""
						+ this.id + "'"));
	}

	/**
	 * The image in words: numbers, holds with state, pool, seats, claims and deadline,
	 * and the counters.
	 */
	Map<String, String> imageHash(String key) {
		Map<String, String> text = new TreeMap<>();
		this.redis.commands()
			.hgetall(bytes("{" + this.id + "}:" + key))
			.toCompletableFuture()
			.join()
			.forEach((field, value) -> text.put(text(field), text(value)));
		return text;
	}

	Map<String, Long> deadlines() {
		Map<String, Long> due = new TreeMap<>();
		this.redis.commands()
			.zrangeWithScores(bytes("{" + this.id + "}:due"), 0, -1)
			.toCompletableFuture()
			.join()
			.forEach(each -> due.put(text(each.getValue()), (long) each.getScore() - this.base));
		return due;
	}

	void flush() {
		for (String key : List.of("image", "holds", "due", "parties")) {
			this.redis.commands().del(bytes("{" + this.id + "}:" + key)).toCompletableFuture().join();
		}
	}

	@Override
	public void close() {
		flush();
		this.connection.destroy();
	}

	private static String array(List<?> values, String type) {
		List<String> texts = new ArrayList<>();
		values.forEach(value -> texts.add(String.valueOf(value)));
		return "array[" + String.join(", ", texts) + "]::" + type + "[]";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
