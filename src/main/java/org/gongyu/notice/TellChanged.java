package org.gongyu.notice;

import org.gongyu.booking.Bookings;
import org.gongyu.booking.PartyChanged;
import org.gongyu.platform.FactHandler;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A family hears how many it is now.
 */
@Component
class TellChanged implements FactHandler<PartyChanged> {

	private final Bookings source;

	private final Notices notices;

	TellChanged(Bookings source, Notices notices) {
		this.source = source;
		this.notices = notices;
	}

	@Override
	public String name() {
		return "notice.tell-changed";
	}

	@Override
	public Class<PartyChanged> type() {
		return PartyChanged.class;
	}

	@Override
	public Mono<Void> on(PartyChanged fact) {
		return this.source.booked(fact.booking()).flatMap(booking -> this.notices.tellChanged(booking, fact));
	}

}
