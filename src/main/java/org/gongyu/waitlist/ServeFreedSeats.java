package org.gongyu.waitlist;

import org.gongyu.booking.BookingCancelled;
import org.gongyu.platform.FactHandler;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Seats of a booking that came back are offered to who waits for them.
 */
@Component
class ServeFreedSeats implements FactHandler<BookingCancelled> {

	private final Serving serving;

	ServeFreedSeats(Serving serving) {
		this.serving = serving;
	}

	@Override
	public String name() {
		return "waitlist.serve-freed-seats";
	}

	@Override
	public Class<BookingCancelled> type() {
		return BookingCancelled.class;
	}

	@Override
	public Mono<Void> on(BookingCancelled fact) {
		return this.serving.serve(fact.slot());
	}

}
