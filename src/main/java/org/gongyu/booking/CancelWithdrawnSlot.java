package org.gongyu.booking;

import java.util.UUID;

import org.gongyu.activity.SlotWithdrawn;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.FactHandler;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A withdrawn slot: nothing more is sold of it, then every booking that stands is
 * cancelled by the venue.
 */
@Component
class CancelWithdrawnSlot implements FactHandler<SlotWithdrawn> {

	private final SeatInventory inventory;

	private final Bookings bookings;

	private final BookingProperties properties;

	CancelWithdrawnSlot(SeatInventory inventory, Bookings bookings, BookingProperties properties) {
		this.inventory = inventory;
		this.bookings = bookings;
		this.properties = properties;
	}

	@Override
	public String name() {
		return "booking.cancel-withdrawn-slot";
	}

	@Override
	public Class<SlotWithdrawn> type() {
		return SlotWithdrawn.class;
	}

	@Override
	public Mono<Void> on(SlotWithdrawn fact) {
		return this.inventory.close(fact.slot()).then(Mono.defer(() -> cancelAll(fact.slot())));
	}

	/**
	 * A list at a time, until no booking stands.
	 */
	private Mono<Void> cancelAll(UUID slot) {
		return this.bookings.standing(slot, this.properties.listed())
			.concatMap(this.bookings::cancelByVenue)
			.count()
			.flatMap(cancelled -> (cancelled == 0) ? Mono.empty() : cancelAll(slot));
	}

}
