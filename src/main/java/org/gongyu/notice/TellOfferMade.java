package org.gongyu.notice;

import org.gongyu.waitlist.OfferMade;
import org.gongyu.platform.FactHandler;
import org.gongyu.waitlist.SeatOffers;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A family hears that seats are kept for it.
 */
@Component
class TellOfferMade implements FactHandler<OfferMade> {

	private final SeatOffers source;

	private final Notices notices;

	TellOfferMade(SeatOffers source, Notices notices) {
		this.source = source;
		this.notices = notices;
	}

	@Override
	public String name() {
		return "notice.tell-offer-made";
	}

	@Override
	public Class<OfferMade> type() {
		return OfferMade.class;
	}

	@Override
	public Mono<Void> on(OfferMade fact) {
		return this.source.offered(fact.offer()).flatMap(offer -> this.notices.tell(NoticeKind.OFFER, offer));
	}

}
