package org.gongyu.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.gongyu.activity.Category;
import org.gongyu.activity.Near;
import org.gongyu.activity.SlotCard;
import org.gongyu.activity.SlotQuery;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.InvalidInput;
import org.gongyu.venue.Position;
import org.gongyu.venue.VenueKind;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for, as the address says it: all of it can be shared but where they
 * are.
 *
 * @param when days, as {@link Span} writes them
 * @param day a day that was picked; it goes before {@code when}
 * @param age the ages of the children who come
 * @param seats how many seats the party needs
 * @param near where they are, as {@code latitude,longitude}
 * @param view {@code week} for a calendar week, else a list
 */
record Wish(@Nullable String when, @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
		@Nullable String q, @Nullable String region, @Nullable VenueKind kind, @Nullable Category category,
		@Nullable List<@Nullable Integer> age, @Nullable Integer seats, @Nullable Boolean free,
		@Nullable Boolean accessible, @Nullable Boolean indoor, @Nullable String near, @Nullable String view,
		@Nullable String cursor) {

	private static final String WEEK = "week";

	private static final int LONGEST_WORDS = 60;

	private static final int MOST_SEATS = 20;

	/**
	 * @param most how many slots are shown at once
	 * @throws InvalidInput naming a filter that cannot be read
	 */
	SlotQuery query(Instant now, ZoneId zone, int most) {
		Span span = week() ? week(now, zone) : span();
		Instant from = (span != null) ? span.first().atStartOfDay(zone).toInstant() : now;
		Instant to = (span != null) ? span.last().plusDays(1).atStartOfDay(zone).toInstant() : null;
		if (this.q != null && this.q.length() > LONGEST_WORDS) {
			throw new InvalidInput("q", "tooLong", LONGEST_WORDS);
		}
		if (this.seats != null && (this.seats < 1 || this.seats > MOST_SEATS)) {
			throw new InvalidInput("seats", "range", 1, MOST_SEATS);
		}
		return new SlotQuery(from.isBefore(now) ? now : from, to, text(this.region), this.kind, this.category, null,
				ages().stream().min(Integer::compare).orElse(null), ages().stream().max(Integer::compare).orElse(null),
				null, given(this.free), given(this.accessible), given(this.indoor), Near.of(this.near, null),
				this.seats, text(this.q), week() ? null : Cursor.decode(this.cursor), most);
	}

	/**
	 * The days that are asked for; null for all that are to come.
	 */
	@Nullable Span span() {
		return (this.day != null) ? Span.of(this.day, this.day) : Span.read(text(this.when));
	}

	public boolean week() {
		return WEEK.equals(this.view);
	}

	/**
	 * From Monday to Sunday, the week of the days that are asked for.
	 */
	Span week(Instant now, ZoneId zone) {
		Span asked = span();
		LocalDate within = (asked != null) ? asked.first() : now.atZone(zone).toLocalDate();
		LocalDate monday = within.with(DayOfWeek.MONDAY);
		return Span.of(monday, monday.plusDays(6));
	}

	public List<Integer> ages() {
		return (this.age == null) ? List.of() : this.age.stream().filter(Objects::nonNull).sorted().distinct().toList();
	}

	/**
	 * The same without one of its filters; the days are one filter.
	 */
	Wish without(String filter) {
		return new Wish(unless(filter, "day", this.when), unless(filter, "day", this.day), unless(filter, "q", this.q),
				unless(filter, "region", this.region), unless(filter, "kind", this.kind),
				unless(filter, "category", this.category), unless(filter, "age", this.age),
				unless(filter, "seats", this.seats), unless(filter, "free", this.free),
				unless(filter, "accessible", this.accessible), unless(filter, "indoor", this.indoor),
				unless(filter, "near", this.near), null, null);
	}

	/**
	 * How far away the slot is, in kilometres; null where nobody knows.
	 */
	public @Nullable Double distance(SlotCard slot) {
		Near here = Near.of(this.near, null);
		Position there = slot.position();
		return (here != null && there != null) ? here.center().kilometresTo(there) : null;
	}

	/**
	 * The filters that are set, those that people give up most easily first.
	 */
	List<String> filters() {
		return Stream.of(name("day", span()), name("near", text(this.near)), name("seats", this.seats),
				name("region", text(this.region)), name("indoor", given(this.indoor)), name("category", this.category),
				name("kind", this.kind), name("free", given(this.free)), name("q", text(this.q)),
				name("age", ages().isEmpty() ? null : ages()), name("accessible", given(this.accessible)))
			.flatMap(Optional::stream)
			.toList();
	}

	public boolean filtered() {
		return !filters().isEmpty();
	}

	/**
	 * Its address, without where they are.
	 */
	public String address() {
		return address(this.when, this.day, this.view, null).build().encode().toUriString();
	}

	/**
	 * The address of the same search in the calendar week of a day.
	 */
	public String inWeekOf(LocalDate date) {
		return address(null, date, WEEK, null).build().encode().toUriString();
	}

	/**
	 * The address of what comes after a cursor.
	 */
	public String after(String next) {
		return address(this.when, this.day, this.view, next)
			.queryParamIfPresent("near", Optional.ofNullable(text(this.near)))
			.build()
			.encode()
			.toUriString();
	}

	private UriComponentsBuilder address(@Nullable String days, @Nullable LocalDate date, @Nullable String shown,
			@Nullable String next) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/")
			.queryParamIfPresent("when", Optional.ofNullable((date == null) ? text(days) : null))
			.queryParamIfPresent("day", Optional.ofNullable(date))
			.queryParamIfPresent("q", Optional.ofNullable(text(this.q)));
		ages().forEach(years -> address.queryParam("age", years));
		return address.queryParamIfPresent("seats", Optional.ofNullable(this.seats))
			.queryParamIfPresent("region", Optional.ofNullable(text(this.region)))
			.queryParamIfPresent("kind", Optional.ofNullable(this.kind))
			.queryParamIfPresent("category", Optional.ofNullable(this.category))
			.queryParamIfPresent("free", Optional.ofNullable(given(this.free)))
			.queryParamIfPresent("accessible", Optional.ofNullable(given(this.accessible)))
			.queryParamIfPresent("indoor", Optional.ofNullable(given(this.indoor)))
			.queryParamIfPresent("view", Optional.ofNullable(WEEK.equals(shown) ? shown : null))
			.queryParamIfPresent("cursor", Optional.ofNullable(next));
	}

	private static Optional<String> name(String filter, @Nullable Object value) {
		return (value != null) ? Optional.of(filter) : Optional.empty();
	}

	private static <T> @Nullable T unless(String dropped, String filter, @Nullable T value) {
		return dropped.equals(filter) ? null : value;
	}

	/** A box that is not ticked asks for nothing. */
	private static @Nullable Boolean given(@Nullable Boolean ticked) {
		return Boolean.TRUE.equals(ticked) ? true : null;
	}

	private static @Nullable String text(@Nullable String given) {
		return (given == null || given.isBlank()) ? null : given.strip();
	}

}
