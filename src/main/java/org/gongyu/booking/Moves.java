package org.gongyu.booking;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.inventory.SeatHold;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.inventory.SeatRefusal;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Outbox;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Refusal;
import org.gongyu.venue.BookingMode;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Moves bookings to another slot of their activity in one step. The party has its old
 * seats until the very moment in which it has the new ones.
 */
@Component
class Moves {

	private final Bookings bookings;

	private final BookingRows rows;

	private final MoveRows moves;

	private final Slots slots;

	private final SeatInventory inventory;

	private final Outbox outbox;

	private final Detached detached;

	private final RandomSource random;

	private final Clock clock;

	Moves(Bookings bookings, BookingRows rows, MoveRows moves, Slots slots, SeatInventory inventory, Outbox outbox,
			Detached detached, RandomSource random, Clock clock) {
		this.bookings = bookings;
		this.rows = rows;
		this.moves = moves;
		this.slots = slots;
		this.inventory = inventory;
		this.outbox = outbox;
		this.detached = detached;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Moves a booking of the household, in time to cancel it. Answers the booking that
	 * stands now; a repeat answers the same one. Refused like a hold of the new slot.
	 */
	Mono<Outcome<Booking>> move(SignedIn who, UUID id, UUID slot) {
		return this.bookings.find(who, id)
			.flatMap(outcome -> outcome.then(booking -> this.slots.current(slot)
				.flatMap(offer -> this.slots.current(booking.slot()).flatMap(old -> move(who, booking, old, offer)))
				.defaultIfEmpty(Outcome.refused(new SeatRefusal.NoSuchPool("slot")))));
	}

	private Mono<Outcome<Booking>> move(SignedIn who, Booking booking, SlotOffer old, SlotOffer offer) {
		if (!old.activity().id().equals(offer.activity().id())) {
			return refused(new SeatRefusal.NoSuchPool("slot"));
		}
		if (booking.slot().equals(offer.slot().id())) {
			return Mono.just(Outcome.done(booking));
		}
		if (offer.venue().bookingMode() == BookingMode.REQUEST) {
			return refused(new BookingRefusal.Rule("MOVE_BY_REQUEST", "slot", List.of()));
		}
		if (booking.state().stands() && this.clock.instant().isAfter(old.cancelUntil())) {
			return refused(new BookingRefusal.TooLateToCancel());
		}
		if (!booking.state().stands()) {
			return this.detached.run(write(booking, offer, hold(booking, offer)));
		}
		Party party = new Party(booking.adults(), booking.children(), booking.unnamed());
		return this.bookings.admit(who, offer, party)
			.flatMap(outcome -> outcome.then(admitted -> this.detached.run(take(booking, offer))));
	}

	private Mono<Outcome<Booking>> take(Booking booking, SlotOffer offer) {
		SeatHold hold = hold(booking, offer);
		return this.inventory.hold(hold)
			.flatMap(outcome -> outcome.then(granted -> this.inventory.claim(hold, granted.deadline())
				.then(Mono.defer(() -> write(booking, offer, hold)))));
	}

	private SeatHold hold(Booking booking, SlotOffer offer) {
		return new SeatHold(this.random.id(), offer.slot().id(), Pool.PUBLIC, household(booking), booking.seats());
	}

	private static UUID household(Booking booking) {
		return Objects.requireNonNull(booking.household());
	}

	private Mono<Outcome<Booking>> write(Booking booking, SlotOffer offer, SeatHold hold) {
		return this.moves.move(booking.id(), this.random.id(), hold, offer).flatMap(result -> {
			if (result.newNumbers() != null && result.leftNumbers() != null) {
				this.outbox.nudge();
				return this.inventory.settle(hold.slot(), result.newNumbers())
					.then(this.inventory.settle(result.left(), result.leftNumbers()))
					.then(stands(result));
			}
			return this.inventory.giveBack(hold).then(stands(result));
		});
	}

	private Mono<Outcome<Booking>> stands(MoveRows.Result result) {
		UUID moved = result.moved();
		return (moved != null) ? Mono.defer(() -> this.rows.find(moved)).map(Outcome::done)
				: refused(refusal(result.verdict()));
	}

	private static Refusal refusal(String verdict) {
		return switch (verdict) {
			case "CLOSED" -> new SeatRefusal.SlotClosed();
			case "LIMIT" -> new SeatRefusal.PartyLimit(0);
			case "FULL" -> new SeatRefusal.SoldOut(Pool.PUBLIC, 0, 0);
			case "CHILD_ELSEWHERE" -> new BookingRefusal.ChildElsewhere("slot");
			case "NO_POOL" -> new SeatRefusal.NoSuchPool("slot");
			default -> new BookingRefusal.NoSuchBooking();
		};
	}

	private static Mono<Outcome<Booking>> refused(Refusal refusal) {
		return Mono.just(Outcome.refused(refusal));
	}

}
