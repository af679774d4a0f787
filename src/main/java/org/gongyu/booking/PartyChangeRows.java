package org.gongyu.booking;

import java.util.UUID;

import org.gongyu.activity.Pool;
import org.gongyu.activity.SlotOffer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Calls the SQL function that changes a booking's party.
 */
@Component
class PartyChangeRows {

	/**
	 * The ledger's verdict and what the image is told.
	 */
	record Result(String verdict, @Nullable String numbers) {
	}

	private final DatabaseClient database;

	PartyChangeRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The pool whose seats the booking has, which is not always the one that is shown.
	 */
	Mono<Pool> pool(UUID booking) {
		return this.database.sql("select pool from booking where id = :booking")
			.bind("booking", booking)
			.map(row -> Pool.valueOf(row.get("pool", String.class)))
			.one();
	}

	Mono<Result> change(Booking booking, UUID extra, SlotOffer offer, Party party) {
		return this.database.sql(
				"select verdict, numbers from change_party(:booking, :extra, :site, :sequence, :seats, :adults, :children)")
			.bind("booking", booking.id())
			.bind("sequence", booking.sequence())
			.bind("extra", extra)
			.bind("site", offer.venue().site())
			.bind("seats", party.size())
			.bind("adults", party.adults())
			.bind("children", party.children().toArray(UUID[]::new))
			.map(row -> new Result(row.get("verdict", String.class), row.get("numbers", String.class)))
			.one();
	}

}
