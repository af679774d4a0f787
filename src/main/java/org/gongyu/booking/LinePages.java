package org.gongyu.booking;

import java.net.URI;

import jakarta.validation.Valid;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Slots;
import org.gongyu.admission.Place;
import org.gongyu.admission.WaitingRooms;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A place in a slot's line in the browser. What was chosen stays in the page, which sends
 * it again when the turn has come; it survives a reload, for its address is the place.
 */
@Pages
class LinePages {

	private final WaitingRooms rooms;

	private final Slots slots;

	LinePages(WaitingRooms rooms, Slots slots) {
		this.rooms = rooms;
		this.slots = slots;
	}

	/**
	 * Leads to the page of a place.
	 */
	static Rendering at(Place place, OfferPages.Choice choice) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/line/{ticket}")
			.queryParam("slot", choice.slot())
			.queryParam("adults", choice.adults())
			.queryParam("guests", choice.guests())
			.queryParam("key", "{key}");
		if (choice.children() != null) {
			address.queryParam("children", choice.children());
		}
		URI to = address.encode().buildAndExpand(place.ticket(), String.valueOf(choice.key())).toUri();
		return Rendering.redirectTo(to.toString()).status(HttpStatus.SEE_OTHER).build();
	}

	@GetMapping("/line/{ticket}")
	Mono<String> line(@AuthenticationPrincipal SignedIn who, @PathVariable String ticket,
			@Valid @ModelAttribute("choice") OfferPages.Choice choice, Model model) {
		return shown(who, ticket, null, model)
			.flatMap(place -> this.slots.offer(place.slotId()).doOnNext(offer -> model.addAttribute("offer", offer)))
			.thenReturn("booking/line");
	}

	/**
	 * Only what changes.
	 * @param proof what the page's script found out, if it was asked for work
	 */
	@GetMapping("/line/{ticket}/place")
	Mono<String> place(@AuthenticationPrincipal SignedIn who, @PathVariable String ticket,
			@RequestParam(required = false) @Nullable String proof, Model model) {
		return shown(who, ticket, proof, model).thenReturn("booking/line :: place");
	}

	private Mono<Place> shown(SignedIn who, String ticket, @Nullable String proof, Model model) {
		return this.rooms.place(who.account(), ticket, proof)
			.flatMap(RefusedError::unless)
			.doOnNext(place -> model.addAttribute("place", place));
	}

}
