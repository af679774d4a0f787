package org.gongyu.booking;

import java.util.UUID;

import org.gongyu.activity.SlotOffer;
import org.gongyu.inventory.SeatHold;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Calls the SQL function that moves a booking.
 */
@Component
class MoveRows {

	/**
	 * The ledger's verdict, the booking that stands now, and what the images of the slot
	 * that was left and of the new one are told.
	 */
	record Result(String verdict, @Nullable UUID moved, UUID left, @Nullable String leftNumbers,
			@Nullable String newNumbers) {
	}

	private final DatabaseClient database;

	MoveRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Result> move(UUID booking, UUID fresh, SeatHold hold, SlotOffer offer) {
		return this.database.sql(
				"select verdict, moved, left_slot, left_numbers, new_numbers from move_booking(:booking, :fresh, :hold, :slot, :site)")
			.bind("booking", booking)
			.bind("fresh", fresh)
			.bind("hold", hold.id())
			.bind("slot", hold.slot())
			.bind("site", offer.venue().site())
			.map(row -> new Result(row.get("verdict", String.class), row.get("moved", UUID.class),
					row.get("left_slot", UUID.class), row.get("left_numbers", String.class),
					row.get("new_numbers", String.class)))
			.one();
	}

}
