package org.gongyu.notice;

import org.gongyu.booking.BookingCancelled;
import org.gongyu.platform.FactHandler;
import org.gongyu.booking.Bookings;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A family hears that its booking is cancelled: by itself, or by the venue.
 */
@Component
class TellCancelled implements FactHandler<BookingCancelled> {

	private final Bookings source;

	private final Notices notices;

	TellCancelled(Bookings source, Notices notices) {
		this.source = source;
		this.notices = notices;
	}

	@Override
	public String name() {
		return "notice.tell-cancelled";
	}

	@Override
	public Class<BookingCancelled> type() {
		return BookingCancelled.class;
	}

	@Override
	public Mono<Void> on(BookingCancelled fact) {
		NoticeKind kind = fact.byVenue() ? NoticeKind.CANCELLED_BY_VENUE : NoticeKind.CANCELLED;
		return this.source.booked(fact.booking()).flatMap(booking -> this.notices.tell(kind, booking));
	}

}
