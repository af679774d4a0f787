package org.gongyu.notice;

import org.gongyu.waitlist.OfferEnded;
import org.gongyu.platform.FactHandler;
import org.gongyu.waitlist.SeatOffers;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A family hears that it let an offer pass unanswered.
 */
@Component
class TellOfferEnded implements FactHandler<OfferEnded> {

	private final SeatOffers source;

	private final Notices notices;

	TellOfferEnded(SeatOffers source, Notices notices) {
		this.source = source;
		this.notices = notices;
	}

	@Override
	public String name() {
		return "notice.tell-offer-ended";
	}

	@Override
	public Class<OfferEnded> type() {
		return OfferEnded.class;
	}

	@Override
	public Mono<Void> on(OfferEnded fact) {
		return fact.lapsed()
				? this.source.offered(fact.offer()).flatMap(offer -> this.notices.tell(NoticeKind.OFFER_LAPSED, offer))
				: Mono.empty();
	}

}
