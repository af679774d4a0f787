package org.gongyu.draw;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.activity.Lot;
import org.gongyu.booking.Party;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code draw} and {@code draw_entry}.
 */
@Component
class DrawRows {

	private static final HexFormat HEX = HexFormat.of();

	private final DatabaseClient database;

	DrawRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Opens a draw, once; answers what the slot's image is told, empty when it stands.
	 */
	Mono<String> open(UUID slot, Lot lot, byte[] commitment) {
		return this.database.sql("select open_draw(:slot, :opens, :closes, :commitment) as numbers")
			.bind("slot", slot)
			.bind("opens", lot.opensAt())
			.bind("closes", lot.closesAt())
			.bind("commitment", commitment)
			.map(row -> Optional.ofNullable(row.get("numbers", String.class)))
			.one()
			.flatMap(Mono::justOrEmpty);
	}

	Mono<Draw> find(UUID slot) {
		return this.database.sql("""
				select d.*, s.open, (select count(*)::int from draw_entry e where e.slot_id = d.slot_id) as entries
				  from draw d cross join lateral slot_standing(d.slot_id) s where d.slot_id = :slot""")
			.bind("slot", slot)
			.map(DrawRows::draw)
			.one();
	}

	/**
	 * The slots whose draws are due, the last ones first, so that one that cannot be held
	 * is in nobody's way. A slot that is closed needs none.
	 */
	Flux<UUID> due(Instant now, int limit) {
		return this.database.sql("""
				select d.slot_id from draw d cross join lateral slot_standing(d.slot_id) s
				 where d.drawn_at is null and d.closes_at <= :now and s.open and lower(s.during) > :now
				 order by d.closes_at desc limit :limit""")
			.bind("now", now)
			.bind("limit", limit)
			.map(row -> row.get("slot_id", UUID.class))
			.all();
	}

	/**
	 * Enters a household, or changes its party; answers OK, or why not.
	 * @param arrived when it asked
	 */
	Mono<String> enter(UUID id, UUID slot, List<String> tickets, UUID account, UUID household, Party party,
			Instant arrived) {
		return this.database.sql("""
				select enter_draw(:id, :slot, :tickets, :account, :household, :seats, :adults, :children, :arrived)
				    as verdict""")
			.bind("id", id)
			.bind("slot", slot)
			.bind("tickets", tickets.toArray(String[]::new))
			.bind("account", account)
			.bind("household", household)
			.bind("seats", party.size())
			.bind("adults", party.adults())
			.bind("children", party.children().toArray(UUID[]::new))
			.bind("arrived", arrived)
			.map(row -> row.get("verdict", String.class))
			.one();
	}

	Mono<Boolean> leave(UUID slot, UUID household) {
		return this.database.sql("select leave_draw(:slot, :household) as gone")
			.bind("slot", slot)
			.bind("household", household)
			.map(row -> row.get("gone", Boolean.class))
			.one();
	}

	Mono<OwnEntry> own(UUID slot, UUID household) {
		return this.database.sql("select * from draw_entry where slot_id = :slot and household_id = :household")
			.bind("slot", slot)
			.bind("household", household)
			.map(DrawRows::own)
			.one();
	}

	/**
	 * The list of entries stands from now on; true unless the draw was held or its time
	 * has not come.
	 */
	Mono<Boolean> freeze(UUID slot, Duration grace) {
		return this.database.sql("select freeze_draw(:slot, :grace) as frozen")
			.bind("slot", slot)
			.bind("grace", grace.toMillis() / 1000.0)
			.map(row -> row.get("frozen", Boolean.class))
			.one();
	}

	/**
	 * The list of tickets, sorted.
	 */
	Mono<List<String>> tickets(UUID slot) {
		return this.database.sql("""
				select t.ticket from draw_entry e cross join lateral unnest(e.tickets) t(ticket)
				 where e.slot_id = :slot order by t.ticket collate ucs_basic""")
			.bind("slot", slot)
			.map(row -> row.get("ticket", String.class))
			.all()
			.collectList();
	}

	/**
	 * The tickets in the order that was drawn; empty until then.
	 */
	Mono<List<String>> drawn(UUID slot) {
		return this.database.sql("select coalesce(drawn, '{}') as drawn from draw where slot_id = :slot")
			.bind("slot", slot)
			.map(row -> List.of(row.get("drawn", String[].class)))
			.one();
	}

	/**
	 * Writes what was drawn; answers what the slot's image is told, empty when it was
	 * held before.
	 */
	Mono<String> hold(UUID slot, UUID activity, byte[] seed, byte[] hash, List<String> order, int more) {
		return this.database.sql("select hold_draw(:slot, :seed, :hash, :drawn, :activity, :more) as numbers")
			.bind("slot", slot)
			.bind("seed", seed)
			.bind("hash", hash)
			.bind("drawn", order.toArray(String[]::new))
			.bind("activity", activity)
			.bind("more", more)
			.map(row -> Optional.ofNullable(row.get("numbers", String.class)))
			.one()
			.flatMap(Mono::justOrEmpty);
	}

	private static Draw draw(Readable row) {
		return new Draw(row.get("slot_id", UUID.class),
				new Lot(row.get("opens_at", Instant.class), row.get("closes_at", Instant.class)),
				String.valueOf(hex(row.get("commitment", byte[].class))), row.get("frozen_at", Instant.class) != null,
				hex(row.get("seed", byte[].class)), row.get("seats", Integer.class), row.get("drawn_at", Instant.class),
				row.get("entries", Integer.class), row.get("open", Boolean.class));
	}

	static OwnEntry own(Readable row) {
		return new OwnEntry(row.get("slot_id", UUID.class), List.of(row.get("tickets", String[].class)),
				row.get("seats", Integer.class), row.get("adults", Integer.class),
				List.of(row.get("children", UUID[].class)), row.get("rank", Integer.class),
				row.get("waiting_id", UUID.class));
	}

	private static @Nullable String hex(byte @Nullable [] bytes) {
		return (bytes != null) ? HEX.formatHex(bytes) : null;
	}

}
