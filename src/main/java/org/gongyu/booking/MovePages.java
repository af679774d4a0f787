package org.gongyu.booking;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.Slot;
import org.gongyu.activity.Slots;
import org.gongyu.inventory.SeatInventory;
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
 * Moving a booking to another slot in the browser: choose, done.
 */
@Pages
class MovePages {

	private static final int AT_ONCE = 8;

	/**
	 * The slot that was chosen.
	 */
	record MoveForm(@Nullable UUID slot) {
	}

	/**
	 * A slot to which the booking may be moved.
	 */
	record Choice(Slot slot, int left) {
	}

	private final Bookings bookings;

	private final Moves moves;

	private final Slots slots;

	private final SeatInventory inventory;

	private final Clock clock;

	MovePages(Bookings bookings, Moves moves, Slots slots, SeatInventory inventory, Clock clock) {
		this.bookings = bookings;
		this.moves = moves;
		this.slots = slots;
		this.inventory = inventory;
		this.clock = clock;
	}

	@GetMapping("/bookings/{id}/move")
	Mono<Rendering> choose(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		return shown(who, id, model, null);
	}

	@PostMapping("/bookings/{id}/move")
	Mono<Rendering> move(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@ModelAttribute("form") MoveForm form, Model model) {
		if (form.slot() == null) {
			return shown(who, id, model, new BookingRefusal.Rule("CHOOSE_SLOT", "slot", List.of()));
		}
		return this.moves.move(who, id, form.slot())
			.flatMap(outcome -> outcome.fold(
					moved -> Mono
						.just(Rendering.redirectTo("/bookings/" + moved.id()).status(HttpStatus.SEE_OTHER).build()),
					refusal -> shown(who, id, model, refusal)));
	}

	private Mono<Rendering> shown(SignedIn who, UUID id, Model model, @Nullable Refusal refusal) {
		model.addAttribute("refusal", refusal);
		return this.bookings.find(who, id)
			.flatMap(RefusedError::unless)
			.doOnNext(booking -> model.addAttribute("booking", booking))
			.flatMap(booking -> this.slots.current(booking.slot())
				.doOnNext(offer -> model.addAttribute("offer", offer))
				.flatMap(offer -> choices(booking, offer.activity().id())))
			.doOnNext(choices -> model.addAttribute("choices", choices))
			.map(choices -> Rendering.view("booking/move")
				.status((refusal != null) ? HttpStatus.valueOf(refusal.status()) : HttpStatus.OK)
				.build());
	}

	private Mono<List<Choice>> choices(Booking booking, UUID activity) {
		return this.slots.of(activity)
			.filter(slot -> slot.state() == PublicationState.PUBLISHED && !slot.id().equals(booking.slot())
					&& slot.startsAt().isAfter(this.clock.instant()))
			.flatMapSequential(slot -> this.inventory.availability(slot.id())
				.map(count -> new Choice(slot, count.waiting() ? 0 : count.remaining(Pool.PUBLIC))), AT_ONCE)
			.collectList();
	}

}
