package org.gongyu.notice;

import org.gongyu.booking.BookingConfirmed;
import org.gongyu.platform.FactHandler;
import org.gongyu.booking.Bookings;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A family hears that its booking stands.
 */
@Component
class TellConfirmed implements FactHandler<BookingConfirmed> {

	private final Bookings source;

	private final Notices notices;

	TellConfirmed(Bookings source, Notices notices) {
		this.source = source;
		this.notices = notices;
	}

	@Override
	public String name() {
		return "notice.tell-confirmed";
	}

	@Override
	public Class<BookingConfirmed> type() {
		return BookingConfirmed.class;
	}

	@Override
	public Mono<Void> on(BookingConfirmed fact) {
		return this.source.booked(fact.booking()).flatMap(booking -> this.notices.tell(NoticeKind.CONFIRMED, booking));
	}

}
