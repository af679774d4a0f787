package org.gongyu.booking;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.gongyu.favourite.RecentlySeen;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.admission.AdmissionRefusal;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The page of an activity: what it is, its slots with the seats that are left, and the
 * choice of who comes.
 */
@Pages
class OfferPages {

	private static final int MOST_GUESTS = 20;

	/**
	 * What was chosen. The key makes a double tap one hold.
	 *
	 * @param children null before anybody has chosen: then all whose age fits are marked
	 * @param turn what a place in line came to
	 */
	record Choice(@Nullable UUID slot, @Nullable Integer adults, @Nullable List<UUID> children,
			@Nullable Integer guests, @Nullable @Size(min = 8, max = 100) String key,
			@Nullable @Size(max = 100) String turn) {

		HoldRequest request() {
			List<UUID> named = (this.children != null) ? this.children : List.of();
			int grown = bounded(this.adults);
			int unnamed = bounded(this.guests);
			int seats = grown + named.size() + unnamed;
			var party = new HoldRequest.PartyRequest(grown, named, unnamed);
			return new HoldRequest(List.of(new HoldRequest.Item(Objects.requireNonNull(this.slot), Pool.PUBLIC, seats)),
					party, this.turn);
		}

		private static int bounded(@Nullable Integer number) {
			return (number == null) ? 0 : Math.max(0, Math.min(number, MOST_GUESTS));
		}

	}

	private final OfferView view;

	private final Holds holds;

	private final RandomSource random;

	OfferPages(OfferView view, Holds holds, RandomSource random) {
		this.view = view;
		this.holds = holds;
		this.random = random;
	}

	@GetMapping("/activities/{id}")
	Mono<String> activity(@PathVariable UUID id, @AuthenticationPrincipal @Nullable SignedIn who,
			@RequestParam(required = false) @Nullable UUID slot, ServerWebExchange exchange, Model model) {
		model.addAttribute("choice", new Choice(slot, 1, null, 0, this.random.secret(), null));
		return shown(id, who, exchange, model).doOnNext(page -> RecentlySeen.remember(exchange, id));
	}

	/**
	 * The activity with what was chosen before signing in.
	 */
	@GetMapping("/activities/{id}/choose")
	Mono<String> choose(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who,
			@ModelAttribute("choice") Choice choice, ServerWebExchange exchange, Model model) {
		return shown(id, who, exchange, model, choice);
	}

	/**
	 * Holds the chosen seats; refused, the page says why and keeps what was chosen.
	 */
	@PostMapping("/activities/{id}/hold")
	Mono<Rendering> hold(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who,
			@Valid @ModelAttribute("choice") Choice choice, BindingResult errors, ServerWebExchange exchange,
			Model model) {
		BookingRefusal missing = errors.hasErrors() ? new BookingRefusal.Rule("CHOOSE_SLOT", "slot", List.of())
				: missing(choice);
		Mono<Outcome<Holds.Hold>> held = (missing != null) ? Mono.just(Outcome.refused(missing))
				: this.holds.hold(who, String.valueOf(choice.key()), choice.request());
		return held.flatMap(outcome -> outcome.fold(
				hold -> Mono.just(Rendering.redirectTo("/holds/" + hold.id()).status(HttpStatus.SEE_OTHER).build()),
				refusal -> refused(id, who, choice, refusal, exchange, model)));
	}

	private static @Nullable BookingRefusal missing(Choice choice) {
		if (choice.slot() == null) {
			return new BookingRefusal.Rule("CHOOSE_SLOT", "slot", List.of());
		}
		if (choice.key() == null) {
			return new BookingRefusal.Rule("CHOOSE_SLOT", "key", List.of());
		}
		return (choice.request().items().get(0).seats() == 0)
				? new BookingRefusal.Rule("CHOOSE_PARTY", "adults", List.of()) : null;
	}

	private Mono<Rendering> refused(UUID id, SignedIn who, Choice choice, Refusal refusal, ServerWebExchange exchange,
			Model model) {
		if (refusal instanceof AdmissionRefusal.InLine line) {
			return Mono.just(LinePages.at(line.place(), choice));
		}
		model.addAttribute("refusal", refusal);
		return shown(id, who, exchange, model, choice)
			.map(view -> Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build());
	}

	private Mono<String> shown(UUID id, @Nullable SignedIn who, ServerWebExchange exchange, Model model,
			Choice choice) {
		model.addAttribute("choice",
				new Choice(choice.slot(), (choice.adults() != null) ? choice.adults() : 1,
						(choice.children() != null) ? choice.children() : List.of(), choice.guests(),
						this.random.secret(), null));
		return shown(id, who, exchange, model);
	}

	private Mono<String> shown(UUID id, @Nullable SignedIn who, ServerWebExchange exchange, Model model) {
		return this.view.of(id, who, exchange, model).thenReturn("booking/activity");
	}

}
