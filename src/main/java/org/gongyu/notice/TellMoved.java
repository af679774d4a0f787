package org.gongyu.notice;

import org.gongyu.booking.BookingMoved;
import org.gongyu.platform.FactHandler;
import org.gongyu.booking.Bookings;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A family hears that it comes to another slot.
 */
@Component
class TellMoved implements FactHandler<BookingMoved> {

	private final Bookings source;

	private final Notices notices;

	TellMoved(Bookings source, Notices notices) {
		this.source = source;
		this.notices = notices;
	}

	@Override
	public String name() {
		return "notice.tell-moved";
	}

	@Override
	public Class<BookingMoved> type() {
		return BookingMoved.class;
	}

	@Override
	public Mono<Void> on(BookingMoved fact) {
		return this.source.booked(fact.booking()).flatMap(booking -> this.notices.tell(NoticeKind.MOVED, booking));
	}

}
