package org.gongyu.waitlist;

import java.time.Clock;

import org.gongyu.activity.Slots;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The page behind an offer's link: take the seats or pass. Whoever has the link may
 * answer, signed in or not; nothing on it tells who the party is.
 */
@Pages
class SeatOfferPages {

	private final SeatOffers offers;

	private final Slots slots;

	private final Clock clock;

	SeatOfferPages(SeatOffers offers, Slots slots, Clock clock) {
		this.offers = offers;
		this.slots = slots;
		this.clock = clock;
	}

	@GetMapping("/offers/{token}")
	Mono<Rendering> offer(@PathVariable String token, Model model) {
		return shown(token, model, null);
	}

	@PostMapping("/offers/{token}/accept")
	Mono<Rendering> accept(@PathVariable String token, Model model) {
		return this.offers.accept(token)
			.flatMap(outcome -> outcome.fold(booking -> Mono.just(to(token)), refusal -> shown(token, model, refusal)));
	}

	@PostMapping("/offers/{token}/pass")
	Mono<Rendering> pass(@PathVariable String token) {
		return this.offers.pass(token).flatMap(RefusedError::unless).map(passed -> to(token));
	}

	private Mono<Rendering> shown(String token, Model model, @Nullable Refusal refusal) {
		model.addAttribute("token", token);
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("refusal", refusal);
		return this.offers.find(token)
			.flatMap(RefusedError::unless)
			.doOnNext(offer -> model.addAttribute("offer", offer))
			.flatMap(offer -> this.slots.current(offer.slot()))
			.doOnNext(slot -> model.addAttribute("slot", slot))
			.map(slot -> Rendering.view("waitlist/offer")
				.status((refusal != null) ? HttpStatus.valueOf(refusal.status()) : HttpStatus.OK)
				.build());
	}

	private static Rendering to(String token) {
		return Rendering.redirectTo("/offers/" + token).status(HttpStatus.SEE_OTHER).build();
	}

}
