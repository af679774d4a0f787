package org.gongyu.waitlist;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.booking.Party;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code waiting_party} and {@code waiting_slot}.
 */
@Component
class WaitlistRows {

	/**
	 * What joining came to: the ledger's verdict, and what the images of the slots are
	 * told, in the order of their ids.
	 */
	record Joined(String verdict, List<String> numbers) {
	}

	/**
	 * A slot with what its image is told.
	 */
	record Told(UUID slot, String numbers) {
	}

	private static final String COLUMNS = """
			select w.id, w.place, w.account_id, w.household_id, w.activity_id, w.seats, w.adults, w.children, w.state, w.skips,
			       w.due_at, w.joined_at
			""";

	private final DatabaseClient database;

	WaitlistRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Joined> join(UUID id, UUID account, UUID household, UUID activity, List<UUID> slots, Party party, int most) {
		return this.database.sql(
				"select verdict, numbers from join_waitlist(:id, :account, :household, :activity, :slots, :seats, :adults, :children, :most)")
			.bind("id", id)
			.bind("account", account)
			.bind("household", household)
			.bind("activity", activity)
			.bind("slots", slots.toArray(UUID[]::new))
			.bind("seats", party.size())
			.bind("adults", party.adults())
			.bind("children", party.children().toArray(UUID[]::new))
			.bind("most", most)
			.map(row -> new Joined(row.get("verdict", String.class), Arrays.asList(row.get("numbers", String[].class))))
			.one();
	}

	/**
	 * Takes a party that waits off slots; nothing when it has an offer or is over.
	 * @param to LEFT or OVER
	 */
	Flux<Told> leave(UUID waiting, List<UUID> slots, WaitingParty.State to) {
		return this.database.sql("select slot, numbers from leave_slots(:waiting, :slots, :to)")
			.bind("waiting", waiting)
			.bind("slots", slots.toArray(UUID[]::new))
			.bind("to", to.name())
			.map(row -> new Told(row.get("slot", UUID.class), row.get("numbers", String.class)))
			.all();
	}

	Mono<WaitingParty> find(UUID id) {
		return this.database.sql(COLUMNS + "from waiting_party w where w.id = :id")
			.bind("id", id)
			.map(WaitlistRows::party)
			.one();
	}

	/**
	 * Who waits for a slot, the earliest first.
	 */
	Flux<WaitingParty> waiting(UUID slot, int limit) {
		return this.database.sql(COLUMNS + """
				 from waiting_slot s join waiting_party w on w.id = s.waiting_id
				where s.slot_id = :slot and w.state = 'WAITING' order by w.place limit :limit""")
			.bind("slot", slot)
			.bind("limit", limit)
			.map(WaitlistRows::party)
			.all();
	}

	/**
	 * A household's entries that are not over, the earliest first.
	 */
	Flux<WaitingParty> ofHousehold(UUID household) {
		return this.database.sql(COLUMNS
				+ "from waiting_party w where w.household_id = :household and w.state in ('WAITING', 'OFFERED') order by w.place limit 100")
			.bind("household", household)
			.map(WaitlistRows::party)
			.all();
	}

	/**
	 * All entries that a household ever made.
	 */
	Flux<WaitingParty> all(UUID household) {
		return this.database
			.sql(COLUMNS + "from waiting_party w where w.household_id = :household order by w.place limit 1000")
			.bind("household", household)
			.map(WaitlistRows::party)
			.all();
	}

	Flux<UUID> slots(UUID waiting) {
		return this.database.sql("select slot_id from waiting_slot where waiting_id = :waiting order by slot_id")
			.bind("waiting", waiting)
			.map(row -> row.get("slot_id", UUID.class))
			.all();
	}

	/**
	 * How many parties are before one on the list of a slot.
	 */
	Mono<Integer> ahead(UUID slot, long place) {
		return this.database.sql("""
				select count(*)::int as ahead from waiting_slot s join waiting_party w on w.id = s.waiting_id
				 where s.slot_id = :slot and w.state = 'WAITING' and w.place < :place""")
			.bind("slot", slot)
			.bind("place", place)
			.map(row -> row.get("ahead", Integer.class))
			.one();
	}

	/**
	 * Has the ledger note whether anybody waits for a slot; answers what its image is
	 * told.
	 */
	Mono<String> noteQueue(UUID slot) {
		return this.database.sql("select note_queue(:slot) as numbers")
			.bind("slot", slot)
			.map(row -> row.get("numbers", String.class))
			.one();
	}

	Mono<Void> handOver(UUID household, UUID from, UUID to) {
		return this.database
			.sql("update waiting_party set account_id = :to where household_id = :household and account_id = :from")
			.bind("to", to)
			.bind("household", household)
			.bind("from", from)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> forget(UUID household) {
		return this.database.sql("delete from waiting_party where household_id = :household")
			.bind("household", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static WaitingParty party(Readable row) {
		return new WaitingParty(row.get("id", UUID.class), row.get("place", Long.class),
				row.get("account_id", UUID.class), row.get("household_id", UUID.class),
				row.get("activity_id", UUID.class), row.get("seats", Integer.class), row.get("adults", Integer.class),
				List.of(row.get("children", UUID[].class)), WaitingParty.State.valueOf(row.get("state", String.class)),
				row.get("skips", Integer.class), row.get("due_at", Instant.class), row.get("joined_at", Instant.class));
	}

}
