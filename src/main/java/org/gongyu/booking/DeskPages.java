package org.gongyu.booking;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.account.Contact;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.activity.SlotOffer;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * A venue's desk in the browser: the week's slots, the list of each with check-in,
 * bookings by phone, requests.
 */
@Pages
@PreAuthorize("hasAnyRole('VENUE_MANAGER', 'GATE_STAFF')")
class DeskPages {

	private static final int DAYS = 8;

	private static final int LONGEST_CODE = 100;

	/**
	 * A booking by phone as it is typed.
	 */
	record DeskForm(@NotBlank @Size(max = 40) @Nullable String name, @NotBlank @Size(max = 30) @Nullable String phone,
			@NotNull @Min(1) @Max(500) @Nullable Integer seats) {

		Desk.DeskRequest request() {
			return new Desk.DeskRequest(String.valueOf(this.name), String.valueOf(this.phone),
					(this.seats != null) ? this.seats : 0);
		}

	}

	/**
	 * Another capacity of a pool as it is typed.
	 */
	record SizeForm(@NotNull @Nullable Pool pool, @NotNull @Min(1) @Max(100_000) @Nullable Integer capacity) {
	}

	/**
	 * What was scanned or typed.
	 */
	record CheckInForm(@Nullable String code) {

		String bounded() {
			return (this.code == null || this.code.length() > LONGEST_CODE) ? "" : this.code;
		}

	}

	/**
	 * A booking with the code that its party shows, and whom to phone when the slot was
	 * withdrawn.
	 */
	record Line(Booking booking, String code, @Nullable Contact contact) {
	}

	/**
	 * A slot with its counts.
	 */
	record SlotLine(SlotOffer offer, int capacity, int booked) {

		static SlotLine of(SlotOffer offer, Availability count) {
			return new SlotLine(offer, count.pools().stream().mapToInt(Availability.PoolSeats::capacity).sum(),
					count.pools().stream().mapToInt(pool -> pool.booked() + pool.kept()).sum());
		}

	}

	private final Desk desk;

	private final CheckIns checkIns;

	private final SeatInventory inventory;

	private final Tickets tickets;

	private final Clock clock;

	DeskPages(Desk desk, CheckIns checkIns, SeatInventory inventory, Tickets tickets, Clock clock) {
		this.desk = desk;
		this.checkIns = checkIns;
		this.inventory = inventory;
		this.tickets = tickets;
		this.clock = clock;
	}

	@GetMapping("/desk")
	Mono<String> week(@AuthenticationPrincipal SignedIn who, Model model) {
		return this.desk.slots(who, DAYS)
			.flatMapSequential(offer -> this.inventory.availability(offer.slot().id())
				.map(count -> SlotLine.of(offer, count))
				.defaultIfEmpty(new SlotLine(offer, 0, 0)), 8)
			.collect(Collectors.groupingBy(line -> line.offer().slot().day(), TreeMap::new, Collectors.toList()))
			.doOnNext(days -> model.addAttribute("days", days))
			.thenReturn("booking/desk");
	}

	@GetMapping("/desk/slots/{id}")
	Mono<String> slot(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		model.addAttribute("form", new DeskForm(null, null, 1));
		return shown(who, id, model);
	}

	@PostMapping("/desk/slots/{id}/check-in")
	Mono<Rendering> checkIn(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@ModelAttribute("checkIn") CheckInForm checkIn, Model model) {
		model.addAttribute("form", new DeskForm(null, null, 1));
		return this.checkIns.admit(who, checkIn.bounded(), id)
			.flatMap(outcome -> answered(who, id, outcome, "admitted", model));
	}

	@PostMapping("/desk/slots/{id}/bookings")
	@PreAuthorize("hasRole('VENUE_MANAGER')")
	Mono<Rendering> book(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @ModelAttribute("form") DeskForm form, BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			return shown(who, id, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
		}
		return this.desk.book(who, id, form.request()).flatMap(outcome -> answered(who, id, outcome, "made", model));
	}

	@PostMapping("/desk/slots/{id}/capacity")
	@PreAuthorize("hasRole('VENUE_MANAGER')")
	Mono<Rendering> resize(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @ModelAttribute("size") SizeForm size, BindingResult errors, Model model) {
		model.addAttribute("form", new DeskForm(null, null, 1));
		if (errors.hasErrors()) {
			return shown(who, id, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
		}
		return this.desk.resize(who, id, Objects.requireNonNull(size.pool()), Objects.requireNonNull(size.capacity()))
			.flatMap(outcome -> outcome.fold(done -> Mono.just(to("/desk/slots/" + id)),
					refusal -> refused(who, id, refusal, model)));
	}

	@PostMapping("/desk/bookings/{booking}/{action:cancel|accept}")
	@PreAuthorize("hasRole('VENUE_MANAGER')")
	Mono<Rendering> decide(@AuthenticationPrincipal SignedIn who, @PathVariable UUID booking,
			@PathVariable String action) {
		return (action.equals("accept") ? this.desk.accept(who, booking) : this.desk.cancel(who, booking))
			.flatMap(RefusedError::unless)
			.map(found -> to("/desk/slots/" + found.slot()));
	}

	private Mono<Rendering> answered(SignedIn who, UUID slot, Outcome<Booking> outcome, String done, Model model) {
		return outcome.fold(booking -> {
			model.addAttribute(done, line(booking, null));
			return shown(who, slot, model).map(view -> Rendering.view(view).build());
		}, refusal -> refused(who, slot, refusal, model));
	}

	private Mono<Rendering> refused(SignedIn who, UUID slot, Refusal refusal, Model model) {
		model.addAttribute("refusal", refusal);
		return shown(who, slot, model)
			.map(view -> Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build());
	}

	private Mono<String> shown(SignedIn who, UUID id, Model model) {
		return this.desk.slot(who, id)
			.flatMap(RefusedError::unless)
			.doOnNext(offer -> model.addAttribute("offer", offer))
			.flatMap(offer -> Mono.zip(this.desk.bookings(id), this.desk.toPhone(offer)))
			.doOnNext(found -> list(found.getT1(), found.getT2(), model))
			.then(Mono.defer(() -> this.inventory.availability(id)))
			.doOnNext(count -> model.addAttribute("count", count))
			.thenReturn("booking/desk-slot");
	}

	private void list(List<Booking> bookings, Map<UUID, Contact> contacts, Model model) {
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("lines",
				bookings.stream()
					.sorted(Comparator.comparing(Booking::state))
					.map(each -> line(each, contacts.get(each.account())))
					.toList());
		model.addAttribute("inside",
				bookings.stream()
					.filter(booking -> booking.state() == Booking.State.CHECKED_IN)
					.mapToInt(Booking::seats)
					.sum());
	}

	private Line line(Booking booking, @Nullable Contact contact) {
		return new Line(booking, this.tickets.shortCode(booking.id()), contact);
	}

	private static Rendering to(String path) {
		return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
	}

}
