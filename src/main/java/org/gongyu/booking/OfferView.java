package org.gongyu.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Activities;
import org.gongyu.activity.Activity;
import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.Slot;
import org.gongyu.activity.Slots;
import org.gongyu.favourite.Favourites;
import org.gongyu.household.Children;
import org.gongyu.household.ConsentPurpose;
import org.gongyu.household.Consents;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.venue.Venue;
import org.gongyu.venue.Venues;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * What an activity's page shows: the activity, where it is, its slots by day with the
 * seats that are left, and the reader's children.
 */
@Component
class OfferView {

	private static final int AT_ONCE = 8;

	private final Activities activities;

	private final Slots slots;

	private final Venues venues;

	private final Children children;

	private final Consents consents;

	private final Favourites favourites;

	private final SeatInventory inventory;

	private final MapLink map;

	private final OfferPreview preview;

	private final Clock clock;

	OfferView(Activities activities, Slots slots, Venues venues, Children children, Consents consents,
			Favourites favourites, SeatInventory inventory, MapLink map, OfferPreview preview, Clock clock) {
		this.activities = activities;
		this.slots = slots;
		this.venues = venues;
		this.children = children;
		this.consents = consents;
		this.favourites = favourites;
		this.inventory = inventory;
		this.map = map;
		this.preview = preview;
		this.clock = clock;
	}

	/**
	 * Puts it into the model; an error that answers 404 when no such activity was
	 * published.
	 */
	Mono<Void> of(UUID id, @Nullable SignedIn who, ServerWebExchange exchange, Model model) {
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("today", LocalDate.now(this.clock));
		return this.activities.published(id)
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.doOnNext(activity -> model.addAttribute("activity", activity))
			.flatMap(activity -> Mono.when(offered(activity, exchange, model), children(who, model),
					asked(activity, who, model),
					this.favourites.has(who, id).doOnNext(has -> model.addAttribute("favourite", has))));
	}

	private Mono<Void> offered(Activity activity, ServerWebExchange exchange, Model model) {
		return Mono.zip(venue(activity, model), lines(activity, model))
			.doOnNext(found -> model.addAttribute("preview",
					this.preview.of(exchange, activity, found.getT1(), found.getT2())))
			.then();
	}

	private Mono<Venue> venue(Activity activity, Model model) {
		return this.venues.find(activity.venue())
			.doOnNext(venue -> model.addAttribute("venue", venue))
			.doOnNext(venue -> model.addAttribute("map", this.map.to(venue)));
	}

	private Mono<Void> children(@Nullable SignedIn who, Model model) {
		UUID household = (who != null) ? who.household() : null;
		return ((household == null) ? Mono.just(List.of()) : this.children.of(household).collectList())
			.doOnNext(found -> model.addAttribute("children", found))
			.then();
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

	private Mono<List<SlotLine>> lines(Activity activity, Model model) {
		return this.slots.of(activity.id())
			.filter(slot -> slot.state() != PublicationState.DRAFT && slot.startsAt().isAfter(this.clock.instant()))
			.flatMapSequential(this::line, AT_ONCE)
			.collectList()
			.doOnNext(lines -> {
				Map<LocalDate, List<SlotLine>> days = byDay(lines);
				model.addAttribute("days", days);
				model.addAttribute("months", SlotMonth.of(days));
				model.addAttribute("waitable", lines.stream().anyMatch(SlotLine::full));
				model.addAttribute("bookable", lines.stream().anyMatch(SlotLine::open));
			});
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
