package org.gongyu.waitlist;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.activity.SlotOffer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code seat_offer}.
 */
@Component
class SeatOfferRows {

	/**
	 * What the ledger made of it, and what the image is told; null where nothing changed.
	 */
	record Result(String verdict, @Nullable UUID booking, @Nullable String numbers) {
	}

	private final DatabaseClient database;

	SeatOfferRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * @param skips how often a party may be skipped before it is due
	 */
	Mono<Result> make(UUID id, UUID slot, UUID waiting, Instant until, int skips) {
		return this.database.sql("select verdict, numbers from make_offer(:id, :slot, :waiting, :until, :skips)")
			.bind("id", id)
			.bind("slot", slot)
			.bind("waiting", waiting)
			.bind("until", until)
			.bind("skips", skips)
			.map(row -> new Result(row.get("verdict", String.class), null, row.get("numbers", String.class)))
			.one();
	}

	Mono<Result> accept(UUID id, UUID booking, SlotOffer offer) {
		return this.database
			.sql("select verdict, booking, numbers from accept_offer(:id, :booking, :organization, :site)")
			.bind("id", id)
			.bind("booking", booking)
			.bind("organization", offer.venue().organization())
			.bind("site", offer.venue().site())
			.map(row -> new Result(row.get("verdict", String.class), row.get("booking", UUID.class),
					row.get("numbers", String.class)))
			.one();
	}

	/**
	 * Ends an open offer; empty when it was not open any more, or its time is not over.
	 * @param to PASSED or LAPSED
	 */
	Mono<String> end(UUID id, SeatOffer.State to) {
		return this.database.sql("select ended, numbers from end_offer(:id, :to)")
			.bind("id", id)
			.bind("to", to.name())
			.map(row -> java.util.Optional.ofNullable(row.get("numbers", String.class)))
			.one()
			.flatMap(Mono::justOrEmpty);
	}

	Mono<SeatOffer> find(UUID id) {
		return this.database.sql("select * from seat_offer where id = :id")
			.bind("id", id)
			.map(SeatOfferRows::offer)
			.one();
	}

	/**
	 * The open offer of a waiting party.
	 */
	Mono<SeatOffer> open(UUID waiting) {
		return this.database.sql("select * from seat_offer where waiting_id = :waiting and state = 'OPEN'")
			.bind("waiting", waiting)
			.map(SeatOfferRows::offer)
			.one();
	}

	/**
	 * Open offers whose time is over.
	 */
	Flux<SeatOffer> lapsing(Instant now, int limit) {
		return this.database.sql("select * from seat_offer where state = 'OPEN' and until <= :now limit :limit")
			.bind("now", now)
			.bind("limit", limit)
			.map(SeatOfferRows::offer)
			.all();
	}

	private static SeatOffer offer(Readable row) {
		return new SeatOffer(row.get("id", UUID.class), row.get("waiting_id", UUID.class),
				row.get("slot_id", UUID.class), row.get("seats", Integer.class),
				SeatOffer.State.valueOf(row.get("state", String.class)), row.get("until", Instant.class),
				row.get("booking_id", UUID.class));
	}

}
