package org.gongyu.booking;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Slots;
import org.gongyu.household.Children;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Who comes with a booking, to be changed in the browser.
 */
@Pages
class PartyPages {

	/**
	 * Who is to come.
	 */
	record PartyForm(@Nullable Integer adults, @Nullable List<UUID> children, @Nullable Integer guests) {

		Party party() {
			return Party.onForm(this.adults, this.children, this.guests);
		}

	}

	private final Bookings bookings;

	private final PartyChanges changes;

	private final Children children;

	private final Slots slots;

	PartyPages(Bookings bookings, PartyChanges changes, Children children, Slots slots) {
		this.bookings = bookings;
		this.changes = changes;
		this.children = children;
		this.slots = slots;
	}

	@GetMapping("/bookings/{id}/party")
	Mono<Rendering> choose(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		return shown(who, id, model, null, null);
	}

	@PostMapping("/bookings/{id}/party")
	Mono<Rendering> change(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@ModelAttribute("form") PartyForm form, Model model) {
		return this.changes.change(who, id, form.party())
			.flatMap(outcome -> outcome.fold(
					changed -> Mono.just(Rendering.redirectTo("/bookings/" + id).status(HttpStatus.SEE_OTHER).build()),
					refusal -> shown(who, id, model, form.party(), refusal)));
	}

	private Mono<Rendering> shown(SignedIn who, UUID id, Model model, @Nullable Party chosen,
			@Nullable Refusal refusal) {
		model.addAttribute("refusal", refusal);
		return this.bookings.find(who, id)
			.flatMap(RefusedError::unless)
			.doOnNext(booking -> model.addAttribute("booking", booking))
			.doOnNext(booking -> model.addAttribute("party",
					(chosen != null) ? chosen : new Party(booking.adults(), booking.children(), booking.unnamed())))
			.flatMap(booking -> Mono.when(
					this.slots.current(booking.slot()).doOnNext(offer -> model.addAttribute("offer", offer)),
					this.children.of(Objects.requireNonNull(who.household()))
						.collectList()
						.doOnNext(all -> model.addAttribute("children", all))))
			.then(Mono.fromSupplier(() -> Rendering.view("booking/party")
				.status((refusal != null) ? HttpStatus.valueOf(refusal.status()) : HttpStatus.OK)
				.build()));
	}

}
