package org.gongyu.booking;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Changes who comes with a booking. Whoever is more takes only the seats that are added,
 * like anybody; whoever is fewer gives the others back at once.
 */
@Component
class PartyChanges {

	/** How often somebody else may change the same booking first. */
	private static final int TRIES = 10;

	private static final Duration WINDOW = Duration.ofSeconds(30);

	private final Holds holds;

	private final Bookings bookings;

	private final BookingRows rows;

	private final PartyChangeRows changes;

	private final Slots slots;

	private final SeatInventory inventory;

	private final Outbox outbox;

	private final Detached detached;

	private final RandomSource random;

	private final Clock clock;

	PartyChanges(Holds holds, Bookings bookings, BookingRows rows, PartyChangeRows changes, Slots slots,
			SeatInventory inventory, Outbox outbox, Detached detached, RandomSource random, Clock clock) {
		this.holds = holds;
		this.bookings = bookings;
		this.rows = rows;
		this.changes = changes;
		this.slots = slots;
		this.inventory = inventory;
		this.outbox = outbox;
		this.detached = detached;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Changes the party of a booking of the household, in time to cancel it. The same
	 * party again changes nothing. Refused like a hold of the seats that are added;
	 * refused, the booking stays as it was.
	 */
	Mono<Outcome<Booking>> change(SignedIn who, UUID id, Party party) {
		return change(who, id, party, TRIES);
	}

	private Mono<Outcome<Booking>> change(SignedIn who, UUID id, Party party, int tries) {
		return this.bookings.find(who, id)
			.flatMap(outcome -> outcome.then(booking -> same(booking, party) ? Mono.just(Outcome.done(booking))
					: this.slots.current(booking.slot())
						.flatMap(offer -> change(who, booking, offer, party))
						.flatMap(changed -> changed.fold(done -> Mono.just(changed),
								refusal -> unlessChanged(who, booking, party, tries, changed)))));
	}

	/**
	 * A refusal of what was decided on an older party says nothing of the one that
	 * stands: perhaps it is the very one that is wanted, by a request that was sent
	 * twice.
	 */
	private Mono<Outcome<Booking>> unlessChanged(SignedIn who, Booking decidedOn, Party party, int tries,
			Outcome<Booking> refused) {
		return this.rows.find(decidedOn.id())
			.filter(now -> now.sequence() != decidedOn.sequence() && tries > 0)
			.flatMap(now -> change(who, now.id(), party, tries - 1))
			.defaultIfEmpty(refused);
	}

	private Mono<Outcome<Booking>> change(SignedIn who, Booking booking, SlotOffer offer, Party party) {
		if (booking.state() != Booking.State.CONFIRMED) {
			return refused(new BookingRefusal.NoSuchBooking());
		}
		if (this.clock.instant().isAfter(offer.cancelUntil())) {
			return refused(new BookingRefusal.TooLateToCancel());
		}
		if (party.size() == 0) {
			return refused(new BookingRefusal.Rule("CHOOSE_PARTY", "adults", List.of()));
		}
		if (party.size() > booking.seats() && offer.venue().bookingMode() == BookingMode.REQUEST) {
			return refused(new BookingRefusal.Rule("MOVE_BY_REQUEST", "adults", List.of()));
		}
		return this.holds.party(who, offer, party, booking.id())
			.flatMap(outcome -> outcome.then(admitted -> this.detached.run((party.size() > booking.seats())
					? grow(booking, offer, party) : write(booking, offer, party, null))));
	}

	private Mono<Outcome<Booking>> grow(Booking booking, SlotOffer offer, Party party) {
		return this.changes.pool(booking.id())
			.map(pool -> new SeatHold(extraId(booking, party), booking.slot(), pool,
					Objects.requireNonNull(booking.household()), party.size() - booking.seats()))
			.flatMap(extra -> this.inventory.hold(extra)
				.flatMap(outcome -> outcome.then(granted -> this.inventory.claim(extra, granted.deadline())
					.then(Mono.defer(() -> write(booking, offer, party, extra))))));
	}

	/**
	 * Sent twice at once, both ask for the same hold and neither stands in the other's
	 * way. One that was given up is not asked for again once its window is over.
	 */
	private UUID extraId(Booking booking, Party party) {
		long window = this.clock.millis() / WINDOW.toMillis();
		return UUID
			.nameUUIDFromBytes("party/%s/%d/%d/%d".formatted(booking.id(), booking.sequence(), party.size(), window)
				.getBytes(StandardCharsets.UTF_8));
	}

	private Mono<Outcome<Booking>> write(Booking booking, SlotOffer offer, Party party, @Nullable SeatHold extra) {
		UUID hold = (extra != null) ? extra.id() : this.random.id();
		return this.changes.change(booking, hold, offer, party).flatMap(result -> {
			if (result.numbers() != null) {
				this.outbox.nudge();
				return this.inventory.settle(booking.slot(), result.numbers())
					.then(Mono.defer(() -> this.rows.find(booking.id())))
					.map(Outcome::done);
			}
			Mono<?> back = (extra != null) ? this.inventory.giveBack(extra) : Mono.empty();
			return back.then(refused(refusal(result.verdict())));
		});
	}

	private static boolean same(Booking booking, Party party) {
		return booking.seats() == party.size() && booking.adults() == party.adults()
				&& new HashSet<>(booking.children()).equals(new HashSet<>(party.children()));
	}

	private static Refusal refusal(String verdict) {
		return switch (verdict) {
			case "CLOSED" -> new SeatRefusal.SlotClosed();
			case "LIMIT" -> new SeatRefusal.PartyLimit(0);
			case "FULL", "ABANDONED" -> new SeatRefusal.SoldOut(Pool.PUBLIC, 0, 0);
			case "CHILD_ELSEWHERE" -> new BookingRefusal.ChildElsewhere("children");
			default -> new BookingRefusal.NoSuchBooking();
		};
	}

	private static Mono<Outcome<Booking>> refused(Refusal refusal) {
		return Mono.just(Outcome.refused(refusal));
	}

}
