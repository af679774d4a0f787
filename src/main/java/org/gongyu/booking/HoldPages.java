package org.gongyu.booking;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.household.Child;
import org.gongyu.household.Children;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The page of a hold: what is kept, until when, for whom. It survives a reload, for its
 * address is the hold.
 */
@Pages
class HoldPages {

	private final Holds holds;

	private final Confirms confirms;

	private final Slots slots;

	private final Children children;

	private final Clock clock;

	HoldPages(Holds holds, Confirms confirms, Slots slots, Children children, Clock clock) {
		this.holds = holds;
		this.confirms = confirms;
		this.slots = slots;
		this.children = children;
		this.clock = clock;
	}

	@GetMapping("/holds/{id}")
	Mono<Rendering> hold(@AuthenticationPrincipal SignedIn who, @PathVariable String id, Model model) {
		return this.holds.find(who, id)
			.flatMap(outcome -> outcome.fold(hold -> shown(who, hold, model).map(view -> Rendering.view(view).build()),
					refusal -> over(who, id, refusal, model)));
	}

	@PostMapping("/holds/{id}/confirm")
	Mono<Rendering> confirm(@AuthenticationPrincipal SignedIn who, @PathVariable String id, ServerWebExchange exchange,
			Model model) {
		return exchange.getFormData()
			.flatMap(form -> this.confirms.confirm(who, new ConfirmRequest(id, null, AnswerPages.answers(form))))
			.flatMap(outcome -> outcome.fold(booking -> Mono.just(to("/bookings/" + booking.id())),
					refusal -> refusal.code().equals("ANSWER") ? asked(who, id, refusal, model)
							: over(who, id, refusal, model)));
	}

	/** The hold stands; only an answer is missing. */
	private Mono<Rendering> asked(SignedIn who, String id, Refusal refusal, Model model) {
		model.addAttribute("refusal", refusal);
		return this.holds.find(who, id)
			.flatMap(outcome -> outcome.fold(
					hold -> shown(who, hold, model)
						.map(view -> Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build()),
					gone -> over(who, id, gone, model)));
	}

	@PostMapping("/holds/{id}/release")
	Mono<Rendering> release(@AuthenticationPrincipal SignedIn who, @PathVariable String id, Model model) {
		Holds.Hold hold = this.holds.own(who, id);
		return this.holds.release(who, id)
			.flatMap(outcome -> outcome.fold(
					released -> (hold == null) ? Mono.just(to("/"))
							: this.slots.offer(hold.capsule().seats().slot())
								.map(offer -> to("/activities/" + offer.activity().id())),
					refusal -> over(who, id, refusal, model)));
	}

	private Mono<String> shown(SignedIn who, Holds.Hold hold, Model model) {
		model.addAttribute("hold", hold);
		model.addAttribute("party", hold.capsule().party());
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("given", Map.of());
		return Mono
			.when(this.slots.offer(hold.capsule().seats().slot()).doOnNext(offer -> model.addAttribute("offer", offer)),
					named(who, hold).doOnNext(found -> model.addAttribute("children", found)))
			.thenReturn("booking/hold");
	}

	private Mono<List<Child>> named(SignedIn who, Holds.Hold hold) {
		UUID household = who.household();
		return (household == null) ? Mono.just(List.of())
				: this.children.of(household, hold.capsule().party().children());
	}

	/**
	 * The hold is over: perhaps it was booked, by a tap that came twice or a reload after
	 * it.
	 */
	private Mono<Rendering> over(SignedIn who, String id, Refusal refusal, Model model) {
		Holds.Hold hold = this.holds.own(who, id);
		model.addAttribute("refusal", refusal);
		if (hold == null) {
			return Mono.just(view(refusal));
		}
		return this.confirms.ofHold(who, hold)
			.map(booking -> to("/bookings/" + booking.id()))
			.switchIfEmpty(Mono.defer(() -> this.slots.offer(hold.capsule().seats().slot())
				.doOnNext(offer -> model.addAttribute("offer", offer))
				.thenReturn(view(refusal))));
	}

	private static Rendering view(Refusal refusal) {
		return Rendering.view("booking/hold-over").status(HttpStatus.valueOf(refusal.status())).build();
	}

	private static Rendering to(String path) {
		return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
	}

}
