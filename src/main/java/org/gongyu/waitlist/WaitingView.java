package org.gongyu.waitlist;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Slots;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Puts together what a household sees of its waiting.
 */
@Component
class WaitingView {

	private final Waitlist waitlist;

	private final WaitlistRows rows;

	private final SeatOfferRows offers;

	private final SeatOffers links;

	private final Slots slots;

	WaitingView(Waitlist waitlist, WaitlistRows rows, SeatOfferRows offers, SeatOffers links, Slots slots) {
		this.waitlist = waitlist;
		this.rows = rows;
		this.offers = offers;
		this.links = links;
		this.slots = slots;
	}

	/**
	 * The household's entries that are not over.
	 */
	Flux<WaitingLine> of(SignedIn who) {
		return this.waitlist.of(who).concatMap(this::of);
	}

	Mono<WaitingLine> of(WaitingParty party) {
		return this.rows.slots(party.id())
			.concatMap(this.slots::current)
			.concatMap(slot -> this.rows.ahead(slot.slot().id(), party.place())
				.map(ahead -> new WaitingLine.Place(slot, Ahead.of(ahead))))
			.collectList()
			.flatMap(places -> this.offers.open(party.id())
				.map(offer -> new WaitingLine(party, places, offer, this.links.path(offer.id())))
				.defaultIfEmpty(new WaitingLine(party, places, null, null)));
	}

}
