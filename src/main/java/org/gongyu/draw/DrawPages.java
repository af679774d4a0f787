package org.gongyu.draw;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.booking.Party;
import org.gongyu.household.Children;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * A draw in the browser: what it is, entering it, and how it came out.
 */
@Pages
class DrawPages {

	/**
	 * Whoever waits for a result sees it without doing anything, with or without scripts.
	 */
	private static final String AGAIN = "%d;url=/slots/%s/draw";

	private static final int SOON = 3;

	/** For how many seconds a page waits for the opening. */
	private static final int PATIENCE = 600;

	/**
	 * Who is to come.
	 */
	record EntryForm(@Nullable Integer adults, @Nullable List<UUID> children, @Nullable Integer guests) {
	}

	private final Draws draws;

	private final DrawRecord published;

	private final Slots slots;

	private final Children children;

	private final DrawProperties properties;

	private final Clock clock;

	DrawPages(Draws draws, DrawRecord published, Slots slots, Children children, DrawProperties properties,
			Clock clock) {
		this.draws = draws;
		this.published = published;
		this.slots = slots;
		this.children = children;
		this.properties = properties;
		this.clock = clock;
	}

	@GetMapping("/slots/{id}/draw")
	Mono<Rendering> look(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable("id") UUID slot, Model model,
			ServerHttpResponse response) {
		return shown(who, slot, model, response, null);
	}

	@PostMapping("/slots/{id}/draw")
	Mono<Rendering> enter(@AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID slot,
			@ModelAttribute("form") EntryForm form, Model model, ServerHttpResponse response) {
		return this.draws.enter(who, slot, Party.onForm(form.adults(), form.children(), form.guests()))
			.flatMap(outcome -> outcome.fold(entered -> Mono.just(back(slot)),
					refusal -> shown(who, slot, model, response, refusal)));
	}

	@PostMapping("/slots/{id}/draw/leave")
	Mono<Rendering> leave(@AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID slot, Model model,
			ServerHttpResponse response) {
		return this.draws.leave(who, slot)
			.flatMap(outcome -> outcome.fold(left -> Mono.just(back(slot)),
					refusal -> shown(who, slot, model, response, refusal)));
	}

	private Mono<Rendering> shown(@Nullable SignedIn who, UUID slot, Model model, ServerHttpResponse response,
			@Nullable Refusal refusal) {
		model.addAttribute("refusal", refusal);
		model.addAttribute("care", this.properties.careTickets());
		return this.published.state(slot)
			.flatMap(RefusedError::unless)
			.flatMap(draw -> this.slots.offer(slot)
				.doOnNext(offer -> fill(model, draw, offer))
				.then(own(who, slot, model))
				.doOnSuccess(done -> comeBack(draw, model, response)))
			.then(Mono.fromSupplier(() -> Rendering.view("draw/one")
				.status((refusal != null) ? HttpStatus.valueOf(refusal.status()) : HttpStatus.OK)
				.build()));
	}

	private void fill(Model model, Draw draw, SlotOffer offer) {
		model.addAttribute("offer", offer);
		model.addAttribute("draw", draw);
		model.addAttribute("state", draw.state(this.clock.instant()));
		model.addAttribute("window", draw.lot().window());
		model.addAttribute("leftovers", offer.slot().releasedAt(Pool.PUBLIC));
	}

	private Mono<Void> own(@Nullable SignedIn who, UUID slot, Model model) {
		if (who == null || who.household() == null) {
			return Mono.empty();
		}
		return Mono.when(
				this.draws.own(who, slot)
					.doOnNext(outcome -> model.addAttribute("own", outcome.fold(entry -> entry, refusal -> null))),
				this.children.of(who.household()).collectList().doOnNext(all -> model.addAttribute("children", all)));
	}

	/**
	 * A page that waits for something comes again when it has happened; whoever still
	 * chooses who comes is not disturbed.
	 */
	private void comeBack(Draw draw, Model model, ServerHttpResponse response) {
		Instant now = this.clock.instant();
		Draw.State state = draw.state(now);
		boolean entered = model.getAttribute("own") != null;
		long opening = Duration.between(now, draw.lot().opensAt()).toSeconds() + 1;
		if (state == Draw.State.CLOSED || state == Draw.State.OPEN && draw.lot().window() && entered) {
			response.getHeaders().set("Refresh", AGAIN.formatted(SOON, draw.slot()));
		}
		else if (state == Draw.State.PLANNED && opening <= PATIENCE) {
			response.getHeaders().set("Refresh", AGAIN.formatted(opening, draw.slot()));
		}
	}

	private static Rendering back(UUID slot) {
		return Rendering.redirectTo("/slots/" + slot + "/draw").status(HttpStatus.SEE_OTHER).build();
	}

}
