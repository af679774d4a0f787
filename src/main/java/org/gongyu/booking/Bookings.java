package org.gongyu.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.inventory.Claim;
import org.gongyu.inventory.SeatHold;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.inventory.SeatRefusal;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Outbox;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Page;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Refusal;
import org.gongyu.venue.BookingMode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Bookings: seen by their household, cancelled by either side.
 */
@Component
public class Bookings {

	private final Holds holds;

	private final BookingRows rows;

	private final SeatInventory inventory;

	private final Slots slots;

	private final Outbox outbox;

	private final Detached detached;

	private final BookingProperties properties;

	private final Clock clock;

	Bookings(Holds holds, BookingRows rows, SeatInventory inventory, Slots slots, Outbox outbox, Detached detached,
			BookingProperties properties, Clock clock) {
		this.holds = holds;
		this.rows = rows;
		this.inventory = inventory;
		this.slots = slots;
		this.outbox = outbox;
		this.detached = detached;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The household's bookings from a time on, by start.
	 */
	Mono<Page<Booking>> of(SignedIn who, Instant from, @Nullable Cursor after, int size) {
		return this.rows.ofHousehold(household(who), from, after, size)
			.collectList()
			.map(found -> Page.cut(found, size, last -> new Cursor(last.startsAt(), last.id())));
	}

	/**
	 * A booking of the household.
	 */
	Mono<Outcome<Booking>> find(SignedIn who, UUID id) {
		return this.rows.find(id)
			.filter(booking -> who.household() != null && who.household().equals(booking.household()))
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(new BookingRefusal.NoSuchBooking()));
	}

	/**
	 * Cancels a booking of the household until the slot begins; after the window it is
	 * marked late. A repeat answers the booking as it stands.
	 */
	Mono<Outcome<Booking>> cancel(SignedIn who, UUID id) {
		return find(who, id)
			.flatMap(outcome -> outcome.then(booking -> this.slots.offer(booking.slot()).flatMap(offer -> {
				boolean begun = !this.clock.instant().isBefore(offer.slot().startsAt());
				if (booking.state().stands() && begun || booking.state() == Booking.State.CHECKED_IN) {
					return Mono.just(Outcome.refused(new BookingRefusal.TooLateToCancel()));
				}
				return this.detached.run(cancel(booking, "PARTY", offer.cancelUntil())).map(Outcome::done);
			})));
	}

	/**
	 * A household's booking, for messages; empty for one of the desk or of a household
	 * that is gone.
	 */
	public Mono<Booked> booked(UUID id) {
		return this.rows.find(id).filter(booking -> booking.household() != null).map(Bookings::booked);
	}

	/**
	 * The households' confirmed bookings that begin between the times, by start; at most
	 * so many.
	 */
	public Flux<Booked> beginning(Instant from, Instant to, int most) {
		return this.rows.beginning(from, to, most).map(Bookings::booked);
	}

	private static Booked booked(Booking booking) {
		return new Booked(booking.id(), booking.slot(), booking.account(), Objects.requireNonNull(booking.household()),
				booking.seats(), booking.startsAt());
	}

	/**
	 * Who comes to a slot, in the order of their bookings; at most as many as one list
	 * shows.
	 */
	public Flux<Attendance> attending(UUID slot) {
		return this.rows.ofSlot(slot, this.properties.listed())
			.filter(each -> each.state() == Booking.State.CONFIRMED || each.state() == Booking.State.CHECKED_IN)
			.map(Attendance::of);
	}

	/**
	 * Whether a party may book the slot, by every rule but the number of seats that are
	 * left. Refused with the field of a hold's request.
	 */
	public Mono<Outcome<Party>> admit(SignedIn who, SlotOffer offer, Party party) {
		var asked = new HoldRequest.PartyRequest(party.adults(), party.children(), party.unnamed());
		return this.holds.party(who, offer,
				new HoldRequest(List.of(new HoldRequest.Item(offer.slot().id(), Pool.PUBLIC, party.size())), asked));
	}

	/**
	 * Cancels a booking of a household that leaves.
	 */
	Mono<Booking> withdraw(Booking booking) {
		return this.detached.run(cancel(booking, "PARTY", this.clock.instant()));
	}

	/**
	 * Cancels a booking for the venue; nobody is marked late.
	 */
	Mono<Booking> cancelByVenue(Booking booking) {
		return this.detached.run(cancel(booking, "VENUE", this.clock.instant()));
	}

	/**
	 * The venue agrees to a requested booking.
	 */
	Mono<Booking> accept(Booking booking) {
		return this.detached.run(this.rows.accept(booking.id())
			.flatMap(change -> settled(booking, change))
			.then(Mono.defer(() -> this.rows.find(booking.id()))));
	}

	/**
	 * Bookings of a slot that stand, in the order in which they were made.
	 */
	Flux<Booking> standing(UUID slot, int limit) {
		return this.rows.standing(slot, limit);
	}

	private Mono<Booking> cancel(Booking booking, String by, Instant until) {
		return this.rows.cancel(booking.id(), by, until)
			.flatMap(change -> settled(booking, change))
			.then(Mono.defer(() -> this.rows.find(booking.id())));
	}

	private Mono<Void> settled(Booking booking, BookingRows.Change change) {
		if (change.numbers() == null) {
			return Mono.empty();
		}
		this.outbox.nudge();
		return this.inventory.settle(booking.slot(), change.numbers());
	}

	private static UUID household(SignedIn who) {
		return Objects.requireNonNull(who.household(), "only guardians have bookings");
	}

}
