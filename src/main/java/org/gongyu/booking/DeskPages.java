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
import org.gongyu.platform.Pages;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
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

/**
 * A venue's desk in the browser: the week's slots, the list of each with check-in,
 * bookings by phone, requests.
 */
@Pages
class DeskPages {

	private static final int DAYS = 8;

	private static final int LONGEST_CODE = 100;

	/**
	 * A booking by phone as it is typed. The key makes a form that is sent twice one
	 * booking.
	 */
	record DeskForm(@NotBlank @Size(max = 40) @Nullable String name, @NotBlank @Size(max = 30) @Nullable String phone,
			@NotNull @Min(1) @Max(500) @Nullable Integer seats, @Size(min = 8, max = 100) @Nullable String key) {

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

	private final RandomSource random;

	private final Clock clock;

	DeskPages(Desk desk, CheckIns checkIns, SeatInventory inventory, Tickets tickets, RandomSource random,
			Clock clock) {
		this.random = random;
		this.desk = desk;
		this.checkIns = checkIns;
		this.inventory = inventory;
		this.tickets = tickets;
		this.clock = clock;
	}

	@GetMapping("/desk")
	Mono<String> week(@AuthenticationPrincipal SignedIn who, Model model) {
		return this.desk.slots(who, DAYS)
			.flatMapSequential(this::counted, 8)
			.collect(Collectors.groupingBy(line -> line.offer().slot().day(), TreeMap::new, Collectors.toList()))
			.doOnNext(days -> model.addAttribute("days", days))
			.doOnNext(days -> model.addAttribute("manager", who.isManager()))
			.thenReturn("booking/desk");
	}

	/**
	 * One slot that cannot be counted hides no other.
	 */
	private Mono<SlotLine> counted(SlotOffer offer) {
		return this.inventory.availability(offer.slot().id())
			.map(count -> SlotLine.of(offer, count))
			.onErrorComplete()
			.defaultIfEmpty(new SlotLine(offer, 0, 0));
	}

	@GetMapping("/desk/slots/{id}")
	Mono<String> slot(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable UUID made, Model model) {
		model.addAttribute("madeId", made);
		return shown(who, id, model);
	}

	@PostMapping("/desk/slots/{id}/check-in")
	Mono<Rendering> checkIn(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@ModelAttribute("checkIn") CheckInForm checkIn, Model model) {
		return this.checkIns.admit(who, checkIn.bounded(), id).flatMap(outcome -> outcome.fold(booking -> {
			model.addAttribute("admitted", line(booking, null));
			return shown(who, id, model).map(view -> Rendering.view(view).build());
		}, refusal -> refused(who, id, refusal, model)));
	}

	@PostMapping("/desk/slots/{id}/bookings")
	Mono<Rendering> book(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @ModelAttribute("form") DeskForm form, BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			return shown(who, id, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
		}
		return this.desk.book(who, id, Objects.requireNonNullElse(form.key(), this.random.secret()), form.request())
			.flatMap(outcome -> outcome.fold(booking -> Mono.just(to("/desk/slots/" + id + "?made=" + booking.id())),
					refusal -> refused(who, id, refusal, model)));
	}

	@PostMapping("/desk/slots/{id}/capacity")
	Mono<Rendering> resize(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @ModelAttribute("size") SizeForm size, BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			return shown(who, id, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
		}
		return this.desk.resize(who, id, Objects.requireNonNull(size.pool()), Objects.requireNonNull(size.capacity()))
			.flatMap(outcome -> outcome.fold(done -> Mono.just(to("/desk/slots/" + id)),
					refusal -> refused(who, id, refusal, model)));
	}

	@PostMapping("/desk/bookings/{booking}/{action:cancel|accept}")
	Mono<Rendering> decide(@AuthenticationPrincipal SignedIn who, @PathVariable UUID booking,
			@PathVariable String action) {
		return (action.equals("accept") ? this.desk.accept(who, booking) : this.desk.cancel(who, booking))
			.flatMap(RefusedError::unless)
			.map(found -> to("/desk/slots/" + found.slot()));
	}

	private Mono<Rendering> refused(SignedIn who, UUID slot, Refusal refusal, Model model) {
		model.addAttribute("refusal", refusal);
		return shown(who, slot, model)
			.map(view -> Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build());
	}

	private Mono<String> shown(SignedIn who, UUID id, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new DeskForm(null, null, 1, this.random.secret()));
		}
		model.addAttribute("manager", who.isManager());
		return this.desk.slot(who, id)
			.flatMap(RefusedError::unless)
			.doOnNext(offer -> model.addAttribute("offer", offer))
			.flatMap(offer -> Mono.zip(this.desk.bookings(id), this.desk.toPhone(who, offer)))
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
					.map(each -> line(each, each.lostItsSlot() ? contacts.get(each.account()) : null))
					.toList());
		bookings.stream()
			.filter(each -> each.id().equals(model.getAttribute("madeId")))
			.forEach(each -> model.addAttribute("made", line(each, null)));
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
