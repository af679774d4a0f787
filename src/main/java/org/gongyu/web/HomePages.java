package org.gongyu.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongyu.activity.Category;
import org.gongyu.activity.SlotCard;
import org.gongyu.activity.SlotQuery;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Page;
import org.gongyu.platform.Pages;
import org.gongyu.venue.VenueKind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The home page: what there is for children, dates first.
 */
@Pages
class HomePages {

	private static final int SLOTS = 60;

	private static final int LAST_YEAR = 2200;

	/**
	 * What the address says: the filters, all of them shareable.
	 */
	record Wish(@Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @Nullable String q,
			@Nullable String region, @Nullable VenueKind kind, @Nullable Category category, @Nullable Integer age,
			@Nullable Boolean free, @Nullable Boolean accessible, @Nullable String cursor) {

		SlotQuery query(Instant now, ZoneId zone) {
			LocalDate date = this.day;
			if (date != null && (date.isBefore(LocalDate.EPOCH) || date.getYear() > LAST_YEAR)) {
				throw new InvalidInput("day", "far");
			}
			Instant from = (date != null) ? date.atStartOfDay(zone).toInstant() : now;
			Instant to = (date != null) ? date.plusDays(1).atStartOfDay(zone).toInstant() : null;
			return new SlotQuery(from.isBefore(now) ? now : from, to, text(this.region), this.kind, this.category, null,
					this.age, null, Boolean.TRUE.equals(this.free) ? true : null,
					Boolean.TRUE.equals(this.accessible) ? true : null, null, text(this.q), Cursor.decode(this.cursor),
					SLOTS);
		}

		private static @Nullable String text(@Nullable String given) {
			return (given == null || given.isBlank()) ? null : given.strip();
		}

		/**
		 * The address of the same search on another day, or on any.
		 */
		public String on(@Nullable LocalDate other) {
			return address(other, this.age);
		}

		/**
		 * The address of the same search for any age.
		 */
		public String forAnyAge() {
			return address(this.day, null);
		}

		private String address(@Nullable LocalDate date, @Nullable Integer years) {
			UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
			Map<String, Object> filters = new LinkedHashMap<>();
			filters.put("day", date);
			filters.put("q", text(this.q));
			filters.put("age", years);
			filters.put("region", text(this.region));
			filters.put("kind", this.kind);
			filters.put("category", this.category);
			filters.put("free", this.free);
			filters.put("accessible", this.accessible);
			filters.forEach((name, value) -> address.queryParamIfPresent(name, Optional.ofNullable(value)));
			return address.encode().build().toUriString();
		}

		public boolean filtered() {
			return this.day != null || text(this.q) != null || text(this.region) != null || this.kind != null
					|| this.category != null || this.age != null || Boolean.TRUE.equals(this.free)
					|| Boolean.TRUE.equals(this.accessible);
		}

	}

	/**
	 * An activity with its next slots.
	 */
	record Card(SlotCard next, List<SlotCard> more) {
	}

	/**
	 * A day that is offered as one tap.
	 */
	record DayChip(LocalDate day, String key) {
	}

	private final Slots slots;

	private final Clock clock;

	private final ZoneId zone;

	HomePages(Slots slots, Clock clock, HubProperties hub) {
		this.slots = slots;
		this.clock = clock;
		this.zone = hub.zone();
	}

	@GetMapping("/")
	Mono<String> home(Wish wish, Model model) {
		model.addAttribute("wish", wish);
		model.addAttribute("days", days());
		model.addAttribute("kinds", VenueKind.values());
		model.addAttribute("categories", Category.values());
		model.addAttribute("now", this.clock.instant());
		return this.slots.find(wish.query(this.clock.instant(), this.zone)).map(page -> {
			model.addAttribute("cards", cards(page));
			model.addAttribute("next", page.next());
			return "web/home";
		});
	}

	private List<DayChip> days() {
		LocalDate today = LocalDate.now(this.clock.withZone(this.zone));
		LocalDate saturday = today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
		LocalDate sunday = today.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
		List<DayChip> days = new ArrayList<>(
				List.of(new DayChip(today, "today"), new DayChip(today.plusDays(1), "tomorrow")));
		if (saturday.isAfter(today.plusDays(1))) {
			days.add(new DayChip(saturday, "saturday"));
		}
		if (sunday.isAfter(today.plusDays(1))) {
			days.add(new DayChip(sunday, "sunday"));
		}
		return days;
	}

	private static List<Card> cards(Page<SlotCard> page) {
		Map<UUID, Card> cards = new LinkedHashMap<>();
		for (SlotCard slot : page.items()) {
			cards.computeIfAbsent(slot.activity(), key -> new Card(slot, new ArrayList<>())).more().add(slot);
		}
		return List.copyOf(cards.values());
	}

}
