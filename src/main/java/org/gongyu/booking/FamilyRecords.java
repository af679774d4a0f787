package org.gongyu.booking;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.household.HouseholdRecords;
import org.gongyu.inventory.SeatInventory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The bookings of a household, to take along and to erase.
 */
@Component
class FamilyRecords implements HouseholdRecords {

	private final FamilyRows rows;

	private final FeedRows feeds;

	private final BookingRows bookingRows;

	private final Bookings bookings;

	private final SeatInventory inventory;

	private final Clock clock;

	FamilyRecords(FamilyRows rows, FeedRows feeds, BookingRows bookingRows, Bookings bookings, SeatInventory inventory,
			Clock clock) {
		this.rows = rows;
		this.feeds = feeds;
		this.bookingRows = bookingRows;
		this.bookings = bookings;
		this.inventory = inventory;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "bookings";
	}

	@Override
	public Mono<Boolean> any(UUID household) {
		return this.rows.of(household).hasElements();
	}

	@Override
	public Mono<List<Map<String, Object>>> of(UUID household) {
		return all(household).map(FamilyRecords::words).collectList();
	}

	@Override
	public Mono<Void> handOver(UUID household, UUID from, UUID to) {
		return this.rows.handOver(household, from, to);
	}

	/**
	 * Cancels what is to come first: its seats go back while they still have a party.
	 */
	@Override
	public Mono<Void> erase(UUID household) {
		return all(household).filter(each -> each.state().stands() && each.startsAt().isAfter(this.clock.instant()))
			.concatMap(this.bookings::withdraw)
			.then(Mono.defer(() -> this.feeds.forget(household)))
			.then(Mono.defer(() -> this.rows.forget(household)))
			.then(Mono.defer(() -> this.inventory.forget(household)));
	}

	private Flux<Booking> all(UUID household) {
		return this.rows.of(household).concatMap(this.bookingRows::find);
	}

	private static Map<String, Object> words(Booking booking) {
		Map<String, Object> words = new LinkedHashMap<>();
		words.put("id", booking.id());
		words.put("slot", booking.slot());
		words.put("startsAt", booking.startsAt());
		words.put("seats", booking.seats());
		words.put("state", booking.state());
		words.put("children", booking.children());
		words.put("answers", booking.answers());
		words.put("createdAt", booking.createdAt());
		return words;
	}

}
