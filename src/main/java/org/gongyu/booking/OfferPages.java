package org.gongyu.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.gongyu.favourite.Favourites;
import org.gongyu.favourite.RecentlySeen;
import org.gongyu.household.Child;
import org.gongyu.household.Children;
import org.gongyu.household.ConsentPurpose;
import org.gongyu.household.Consents;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Activities;
import org.gongyu.activity.Activity;
import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.Slot;
import org.gongyu.activity.Slots;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Refusal;
import org.gongyu.venue.Venues;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * The page of an activity: what it is, its slots with the seats that are left, and the
 * choice of who comes.
 */
@Pages
class OfferPages {

	private static final int WATCHED = 40;

	private static final int MOST_GUESTS = 20;

	private static final Duration HEARTBEAT = Duration.ofSeconds(20);

	/**
	 * What was chosen. The key makes a double tap one hold.
	 */
	record Choice(@Nullable UUID slot, @Nullable Integer adults, @Nullable List<UUID> children,
			@Nullable Integer guests, @Nullable @Size(min = 8, max = 100) String key) {

		HoldRequest request() {
			List<UUID> named = (this.children != null) ? this.children : List.of();
			int grown = bounded(this.adults);
			int unnamed = bounded(this.guests);
			int seats = grown + named.size() + unnamed;
			var party = new HoldRequest.PartyRequest(grown, named, unnamed);
			return new HoldRequest(List.of(new HoldRequest.Item(Objects.requireNonNull(this.slot), Pool.PUBLIC, seats)),
					party);
		}

		private static int bounded(@Nullable Integer number) {
			return (number == null) ? 0 : Math.max(0, Math.min(number, MOST_GUESTS));
		}

	}

	/**
	 * A slot with what is left of it.
	 */
	record SlotLine(Slot slot, int left, @Nullable Instant releasedAt, boolean released) {

		public boolean open() {
			return this.released && this.left > 0 && this.slot.state() == PublicationState.PUBLISHED;
		}

		/**
		 * Whether seats can only be waited for.
		 */
		public boolean full() {
			return this.released && this.left == 0 && this.slot.state() == PublicationState.PUBLISHED;
		}

	}

	private final Activities activities;

	private final Slots slots;

	private final Venues venues;

	private final Children children;

	private final Consents consents;

	private final Favourites favourites;

	private final SeatInventory inventory;

	private final Holds holds;

	private final RandomSource random;

	private final Clock clock;

	OfferPages(Activities activities, Slots slots, Venues venues, Children children, Consents consents,
			Favourites favourites, SeatInventory inventory, Holds holds, RandomSource random, Clock clock) {
		this.activities = activities;
		this.slots = slots;
		this.venues = venues;
		this.children = children;
		this.consents = consents;
		this.favourites = favourites;
		this.inventory = inventory;
		this.holds = holds;
		this.random = random;
		this.clock = clock;
	}

	@GetMapping("/activities/{id}")
	Mono<String> activity(@PathVariable UUID id, @AuthenticationPrincipal @Nullable SignedIn who,
			ServerWebExchange exchange, Model model) {
		model.addAttribute("choice", new Choice(null, 1, List.of(), 0, this.random.secret()));
		return shown(id, who, model).doOnNext(view -> RecentlySeen.remember(exchange, id));
	}

	/**
	 * The activity with what was chosen before signing in.
	 */
	@GetMapping("/activities/{id}/choose")
	Mono<String> choose(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who,
			@ModelAttribute("choice") Choice choice, Model model) {
		return shown(id, who, model, choice);
	}

	/**
	 * Holds the chosen seats; refused, the page says why and keeps what was chosen.
	 */
	@PostMapping("/activities/{id}/hold")
	Mono<Rendering> hold(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who,
			@Valid @ModelAttribute("choice") Choice choice, BindingResult errors, Model model) {
		BookingRefusal missing = errors.hasErrors() ? new BookingRefusal.Rule("CHOOSE_SLOT", "slot", List.of())
				: missing(choice);
		Mono<Outcome<Holds.Hold>> held = (missing != null) ? Mono.just(Outcome.refused(missing))
				: this.holds.hold(who, String.valueOf(choice.key()), choice.request());
		return held.flatMap(outcome -> outcome.fold(
				hold -> Mono.just(Rendering.redirectTo("/holds/" + hold.id()).status(HttpStatus.SEE_OTHER).build()),
				refusal -> refused(id, who, choice, refusal, model)));
	}

	/**
	 * The counts of all slots of the page, over one connection.
	 */
	@GetMapping(path = "/activities/{id}/seats", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@ResponseBody
	Flux<ServerSentEvent<Seats>> seats(@PathVariable UUID id) {
		return this.activities.published(id)
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.thenMany(this.slots.of(id))
			.filter(slot -> slot.state() == PublicationState.PUBLISHED)
			.take(WATCHED)
			.flatMap(slot -> this.inventory.changes(slot.id()), WATCHED)
			.map(count -> ServerSentEvent.builder(Seats.of(count)).event("seats").build())
			.mergeWith(Flux.interval(HEARTBEAT).map(beat -> ServerSentEvent.<Seats>builder().comment("").build()));
	}

	/**
	 * What a page is told of a slot.
	 */
	record Seats(UUID slot, List<Left> pools) {

		record Left(Pool pool, int remaining) {
		}

		static Seats of(Availability count) {
			return new Seats(count.slot(),
					List.of(new Left(Pool.PUBLIC, count.waiting() ? 0 : count.remaining(Pool.PUBLIC))));
		}

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

	private Mono<Rendering> refused(UUID id, SignedIn who, Choice choice, Refusal refusal, Model model) {
		model.addAttribute("refusal", refusal);
		return shown(id, who, model, choice)
			.map(view -> Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build());
	}

	private Mono<String> shown(UUID id, @Nullable SignedIn who, Model model, Choice choice) {
		model.addAttribute("choice", new Choice(choice.slot(), (choice.adults() != null) ? choice.adults() : 1,
				choice.children(), choice.guests(), this.random.secret()));
		return shown(id, who, model);
	}

	private Mono<String> shown(UUID id, @Nullable SignedIn who, Model model) {
		return this.activities.published(id)
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.flatMap(activity -> Mono
				.when(lines(activity, model), venue(activity, model), children(who, model), asked(activity, who, model),
						this.favourites.has(who, id).doOnNext(has -> model.addAttribute("favourite", has)))
				.thenReturn(activity))
			.doOnNext(activity -> model.addAttribute("activity", activity))
			.thenReturn("booking/activity");
	}

	private Mono<Void> venue(Activity activity, Model model) {
		return this.venues.find(activity.venue()).doOnNext(venue -> model.addAttribute("venue", venue)).then();
	}

	private Mono<Void> children(@Nullable SignedIn who, Model model) {
		Mono<List<Child>> own = (who == null || who.household() == null) ? Mono.just(List.of())
				: this.children.of(who.household()).collectList();
		return own.doOnNext(found -> model.addAttribute("children", found)).then();
	}

	/** What the guardian must agree to before the venue's rule can be met. */
	private Mono<Void> asked(Activity activity, @Nullable SignedIn who, Model model) {
		if (who == null || who.household() == null || !activity.namesRequired()) {
			return Mono.empty();
		}
		return this.consents.stands(who.household(), ConsentPurpose.NAME_TO_VENUE)
			.filter(stands -> !stands)
			.doOnNext(missing -> model.addAttribute("asked", ConsentPurpose.NAME_TO_VENUE))
			.then();
	}

	private Mono<Void> lines(Activity activity, Model model) {
		return this.slots.of(activity.id())
			.filter(slot -> slot.state() != PublicationState.DRAFT && slot.startsAt().isAfter(this.clock.instant()))
			.flatMapSequential(this::line, 8)
			.collectList()
			.doOnNext(lines -> model.addAttribute("days", byDay(lines)))
			.doOnNext(lines -> model.addAttribute("waitable", lines.stream().anyMatch(SlotLine::full)))
			.doOnNext(lines -> model.addAttribute("bookable", lines.stream().anyMatch(SlotLine::open)))
			.then();
	}

	private Mono<SlotLine> line(Slot slot) {
		if (slot.state() != PublicationState.PUBLISHED) {
			return Mono.just(new SlotLine(slot, 0, null, true));
		}
		return this.inventory.availability(slot.id())
			.map(count -> line(slot, count))
			.defaultIfEmpty(new SlotLine(slot, 0, null, true));
	}

	private SlotLine line(Slot slot, Availability count) {
		Instant released = count.pools()
			.stream()
			.filter(pool -> pool.pool() == Pool.PUBLIC)
			.map(Availability.PoolSeats::releasedAt)
			.findFirst()
			.orElse(null);
		// what is kept for who waits is not to be had
		return new SlotLine(slot, count.waiting() ? 0 : count.remaining(Pool.PUBLIC), released,
				released == null || !released.isAfter(this.clock.instant()));
	}

	private static Map<LocalDate, List<SlotLine>> byDay(List<SlotLine> lines) {
		Map<LocalDate, List<SlotLine>> days = new TreeMap<>();
		lines.forEach(line -> days.computeIfAbsent(line.slot().day(), day -> new ArrayList<>()).add(line));
		return days;
	}

}
