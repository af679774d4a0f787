package org.gongyu.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.lettuce.core.RedisException;
import org.gongyu.household.Child;
import org.gongyu.household.Children;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Pages;
import org.gongyu.platform.QrCode;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * A household's bookings in the browser, and the ticket of each.
 */
@Pages
class BookingPages {

	private static final Duration REMEMBERED = Duration.ofDays(90);

	private static final int SHOWN = 100;

	/**
	 * A booking with what it is for.
	 */
	record Line(Booking booking, SlotOffer offer) {
	}

	private final Holds holds;

	private final Bookings bookings;

	private final Slots slots;

	private final Children children;

	private final Tickets tickets;

	private final Clock clock;

	BookingPages(Holds holds, Bookings bookings, Slots slots, Children children, Tickets tickets, Clock clock) {
		this.holds = holds;
		this.bookings = bookings;
		this.slots = slots;
		this.children = children;
		this.tickets = tickets;
		this.clock = clock;
	}

	/**
	 * A live hold with what it is for.
	 */
	record Kept(Holds.Hold hold, SlotOffer offer) {
	}

	@GetMapping("/bookings")
	Mono<String> list(@AuthenticationPrincipal SignedIn who, Model model) {
		return Mono.when(kept(who, model), booked(who, model)).thenReturn("booking/bookings");
	}

	/**
	 * The holds that wait to be confirmed; without Redis the page is shown without them.
	 */
	private Mono<Void> kept(SignedIn who, Model model) {
		return this.holds.live(who)
			.onErrorReturn(RedisException.class, List.of())
			.flatMapMany(Flux::fromIterable)
			.flatMapSequential(
					hold -> this.slots.offer(hold.capsule().seats().slot()).map(offer -> new Kept(hold, offer)))
			.collectList()
			.doOnNext(kept -> model.addAttribute("kept", kept))
			.then();
	}

	private Mono<Void> booked(SignedIn who, Model model) {
		return this.bookings.of(who, this.clock.instant().minus(REMEMBERED), null, SHOWN)
			.flatMapMany(page -> Flux.fromIterable(page.items()))
			.flatMapSequential(booking -> this.slots.current(booking.slot()).map(offer -> new Line(booking, offer)), 8)
			.collectList()
			.doOnNext(lines -> {
				model.addAttribute("upcoming", lines.stream().filter(this::ahead).toList());
				model.addAttribute("past",
						lines.stream()
							.filter(line -> !ahead(line))
							.sorted(Comparator.comparing((Line line) -> line.offer().slot().startsAt()).reversed())
							.toList());
			})
			.then();
	}

	@GetMapping("/bookings/{id}")
	Mono<String> ticket(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		return this.bookings.find(who, id).flatMap(RefusedError::unless).flatMap(booking -> shown(who, booking, model));
	}

	@PostMapping("/bookings/{id}/cancel")
	Mono<Rendering> cancel(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.bookings.cancel(who, id)
			.flatMap(RefusedError::unless)
			.map(booking -> Rendering.redirectTo("/bookings/" + id).status(HttpStatus.SEE_OTHER).build());
	}

	private Mono<String> shown(SignedIn who, Booking booking, Model model) {
		String code = this.tickets.shortCode(booking.id());
		model.addAttribute("booking", booking);
		model.addAttribute("code", code.substring(0, 4) + " " + code.substring(4));
		model.addAttribute("qr", QrCode.of(this.tickets.code(booking.id())).svg());
		model.addAttribute("now", this.clock.instant());
		Mono<List<Child>> named = (who.household() == null) ? Mono.just(List.of())
				: this.children.of(who.household(), booking.children());
		return Mono
			.when(this.slots.current(booking.slot())
				.doOnNext(offer -> model.addAttribute("offer", offer))
				.doOnNext(offer -> model.addAttribute("unanswered",
						Answers.refusal(offer.activity(), booking.answers()) != null)),
					named.doOnNext(found -> model.addAttribute("children", found)))
			.thenReturn("booking/ticket");
	}

	private boolean ahead(Line line) {
		return line.offer().slot().endsAt().isAfter(this.clock.instant());
	}

}
