package org.gongyu.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Category;
import org.gongyu.activity.SlotCard;
import org.gongyu.activity.Slots;
import org.gongyu.calendar.Almanac;
import org.gongyu.calendar.FreeDays;
import org.gongyu.calendar.Holidays;
import org.gongyu.favourite.Favourites;
import org.gongyu.favourite.RecentlySeen;
import org.gongyu.household.Children;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Page;
import org.gongyu.platform.Pages;
import org.gongyu.venue.VenueKind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The home page: what there is for children, dates first.
 */
@Pages
class HomePages {

	private static final int LISTED = 60;

	private static final int IN_A_WEEK = 200;

	/**
	 * An activity with its next slots.
	 */
	record Card(SlotCard next, List<SlotCard> more) {
	}

	/**
	 * Days that are offered as one tap.
	 *
	 * @param key how they are called
	 */
	record DayChip(String key, FreeDays days) {

		public String value() {
			return new Span(this.days.first(), this.days.last()).toString();
		}

	}

	private final Slots slots;

	private final Holidays holidays;

	private final Alternatives alternatives;

	private final Favourites favourites;

	private final Children children;

	private final Clock clock;

	private final ZoneId zone;

	HomePages(Slots slots, Holidays holidays, Alternatives alternatives, Favourites favourites, Children children,
			Clock clock, HubProperties hub) {
		this.slots = slots;
		this.holidays = holidays;
		this.alternatives = alternatives;
		this.favourites = favourites;
		this.children = children;
		this.clock = clock;
		this.zone = hub.zone();
	}

	/**
	 * The page; to htmx only what was found. The address that is to be shown leaves out
	 * where the reader is.
	 */
	@GetMapping("/")
	Mono<Rendering> home(Wish wish, @AuthenticationPrincipal @Nullable SignedIn who, ServerWebExchange exchange,
			Model model) {
		HttpHeaders asked = exchange.getRequest().getHeaders();
		boolean part = asked.containsHeader("HX-Request") && !asked.containsHeader("HX-History-Restore-Request");
		model.addAttribute("wish", wish);
		model.addAttribute("now", this.clock.instant());
		Mono<Void> around = part ? Mono.empty() : around(wish, who, exchange, model);
		return this.holidays.almanac()
			.flatMap(almanac -> Mono.when(found(wish, almanac, model), around.then(chips(almanac, model))))
			.then(Mono.fromSupplier(() -> Rendering.view(part ? "web/home :: found" : "web/home")
				.header(HttpHeaders.VARY, "HX-Request")
				.header("HX-Push-Url", wish.address())
				.build()));
	}

	private Mono<Void> found(Wish wish, Almanac almanac, Model model) {
		Instant now = this.clock.instant();
		return this.slots.find(wish.query(now, this.zone, wish.week() ? IN_A_WEEK : LISTED)).flatMap(page -> {
			if (wish.week()) {
				model.addAttribute("week", WeekView.of(wish.week(now, this.zone), page, almanac));
			}
			model.addAttribute("cards", cards(page));
			model.addAttribute("next", page.next());
			return page.items().isEmpty() ? instead(wish, now, model) : Mono.empty();
		});
	}

	private Mono<Void> instead(Wish wish, Instant now, Model model) {
		return this.alternatives.of(wish, now, this.zone)
			.doOnNext(found -> model.addAttribute("alternatives", found))
			.then();
	}

	/** What stands around the list and does not change with it. */
	private Mono<Void> around(Wish wish, @Nullable SignedIn who, ServerWebExchange exchange, Model model) {
		model.addAttribute("kinds", VenueKind.values());
		model.addAttribute("categories", Category.values());
		Mono<List<SlotCard>> seen = wish.filtered() || wish.week() ? Mono.just(List.of())
				: this.slots.next(RecentlySeen.in(exchange)).collectList();
		Mono<List<SlotCard>> kept = wish.filtered() || wish.week() ? Mono.just(List.of()) : this.favourites.next(who);
		return Mono.when(this.slots.regions().doOnNext(all -> model.addAttribute("regions", all)),
				seen.doOnNext(all -> model.addAttribute("seen", all)),
				kept.doOnNext(all -> model.addAttribute("favourites", all)), ages(who, model));
	}

	private Mono<Void> ages(@Nullable SignedIn who, Model model) {
		UUID household = (who != null) ? who.household() : null;
		LocalDate today = LocalDate.now(this.clock.withZone(this.zone));
		return ((household == null) ? Mono.just(List.<Integer>of())
				: this.children.of(household).map(child -> child.ageOn(today)).distinct().sort().collectList())
			.doOnNext(ages -> model.addAttribute("ages", ages))
			.then();
	}

	private static Mono<Void> chips(Almanac almanac, Model model) {
		LocalDate today = almanac.today();
		List<DayChip> days = new ArrayList<>();
		days.add(new DayChip("weekend", almanac.weekend()));
		FreeDays holiday = almanac.nextHoliday();
		if (holiday != null) {
			days.add(new DayChip("holiday", holiday));
		}
		days.add(new DayChip("today", new FreeDays(null, today, today)));
		days.add(new DayChip("tomorrow", new FreeDays(null, today.plusDays(1), today.plusDays(1))));
		model.addAttribute("days", days);
		return Mono.empty();
	}

	private static List<Card> cards(Page<SlotCard> page) {
		Map<UUID, Card> cards = new LinkedHashMap<>();
		for (SlotCard slot : page.items()) {
			cards.computeIfAbsent(slot.activity(), key -> new Card(slot, new ArrayList<>())).more().add(slot);
		}
		return List.copyOf(cards.values());
	}

}
