package org.gongyu.waitlist;

import java.time.Instant;
import java.util.UUID;

import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answering an offer over the API. Who has the link may answer.
 */
@RestController
@RequestMapping("/api/v1/offers/{token}")
class SeatOfferApi {

	record OfferView(UUID slot, int seats, SeatOffer.State state, Instant until, @Nullable UUID booking) {
	}

	record Accepted(UUID booking) {
	}

	private final SeatOffers offers;

	SeatOfferApi(SeatOffers offers) {
		this.offers = offers;
	}

	@GetMapping
	Mono<OfferView> find(@PathVariable String token) {
		return this.offers.find(token)
			.flatMap(RefusedError::unless)
			.map(offer -> new OfferView(offer.slot(), offer.seats(), offer.state(), offer.until(), offer.booking()));
	}

	/**
	 * Takes the seats; a repeat answers the same booking.
	 */
	@PostMapping("/accept")
	Mono<Accepted> accept(@PathVariable String token) {
		return this.offers.accept(token).flatMap(RefusedError::unless).map(Accepted::new);
	}

	/**
	 * Passes; the seats go to who is next.
	 */
	@PostMapping("/pass")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> pass(@PathVariable String token) {
		return this.offers.pass(token).flatMap(RefusedError::unless).then();
	}

}
