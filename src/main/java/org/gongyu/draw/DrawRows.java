package org.gongyu.draw;

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
		return this.database.sql(
				"select d.*, (select count(*)::int from draw_entry e where e.slot_id = d.slot_id) as entries from draw d where slot_id = :slot")
			.bind("slot", slot)
			.map(DrawRows::draw)
			.one();
	}

	/**
	 * The slots whose draws are due, the first ones first. A slot that is closed needs
	 * none.
	 */
	Flux<UUID> due(Instant now, int limit) {
		return this.database.sql("""
				select d.slot_id from draw d cross join lateral slot_standing(d.slot_id) s
				 where d.drawn_at is null and d.closes_at <= :now and s.open and lower(s.during) > :now
				 order by d.closes_at limit :limit""")
			.bind("now", now)
			.bind("limit", limit)
			.map(row -> row.get("slot_id", UUID.class))
			.all();
	}

	/**
	 * Enters a household, or changes its party; answers OK, or why not.
	 */
	Mono<String> enter(UUID slot, String ticket, UUID account, UUID household, Party party, int weight) {
		return this.database.sql(
				"select enter_draw(:slot, :ticket, :account, :household, :seats, :adults, :children, :weight) as verdict")
			.bind("slot", slot)
			.bind("ticket", ticket)
			.bind("account", account)
			.bind("household", household)
			.bind("seats", party.size())
			.bind("adults", party.adults())
			.bind("children", party.children().toArray(UUID[]::new))
			.bind("weight", weight)
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
	Mono<Boolean> freeze(UUID slot) {
		return this.database.sql("select freeze_draw(:slot) as frozen")
			.bind("slot", slot)
			.map(row -> row.get("frozen", Boolean.class))
			.one();
	}

	/**
	 * The list, in the order of its tickets.
	 */
	Flux<Entry> entries(UUID slot) {
		return this.database
			.sql("select ticket, seats, weight from draw_entry where slot_id = :slot order by ticket collate \"C\"")
			.bind("slot", slot)
			.map(row -> new Entry(row.get("ticket", String.class), row.get("seats", Integer.class),
					row.get("weight", Integer.class)))
			.all();
	}

	/**
	 * The tickets in the order that was drawn.
	 */
	Flux<String> order(UUID slot) {
		return this.database
			.sql("select ticket from draw_entry where slot_id = :slot and rank is not null order by rank")
			.bind("slot", slot)
			.map(row -> row.get("ticket", String.class))
			.all();
	}

	/**
	 * Writes what was drawn; answers what the slot's image is told, empty when it was
	 * held before.
	 */
	Mono<String> hold(UUID slot, UUID activity, byte[] seed, byte[] hash, List<String> order, int more) {
		return this.database.sql("select hold_draw(:slot, :seed, :hash, :tickets, :activity, :more) as numbers")
			.bind("slot", slot)
			.bind("seed", seed)
			.bind("hash", hash)
			.bind("tickets", order.toArray(String[]::new))
			.bind("activity", activity)
			.bind("more", more)
			.map(row -> Optional.ofNullable(row.get("numbers", String.class)))
			.one()
			.flatMap(Mono::justOrEmpty);
	}

	private static Draw draw(Readable row) {
		return new Draw(row.get("slot_id", UUID.class), row.get("opens_at", Instant.class),
				row.get("closes_at", Instant.class), String.valueOf(hex(row.get("commitment", byte[].class))),
				row.get("frozen_at", Instant.class) != null, hex(row.get("entries_hash", byte[].class)),
				hex(row.get("seed", byte[].class)), row.get("seats", Integer.class), row.get("drawn_at", Instant.class),
				row.get("entries", Integer.class));
	}

	static OwnEntry own(Readable row) {
		return new OwnEntry(row.get("slot_id", UUID.class), row.get("ticket", String.class),
				row.get("seats", Integer.class), row.get("adults", Integer.class),
				List.of(row.get("children", UUID[].class)), row.get("rank", Integer.class),
				row.get("waiting_id", UUID.class));
	}

	private static @Nullable String hex(byte @Nullable [] bytes) {
		return (bytes != null) ? HEX.formatHex(bytes) : null;
	}

}
