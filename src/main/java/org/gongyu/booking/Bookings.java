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
 * Bookings: confirmed from holds, seen by their household, cancelled by either side. What
 * was confirmed once stays confirmed, however often the request is repeated and whatever
 * else fails.
 */
@Component
public class Bookings {

	private final Holds holds;

	private final AccountHolds accounts;

	private final BookingRows rows;

	private final ConfirmBatches batches;

	private final SeatInventory inventory;

	private final Slots slots;

	private final Outbox outbox;

	private final Detached detached;

	private final BookingProperties properties;

	private final RandomSource random;

	private final Clock clock;

	Bookings(Holds holds, AccountHolds accounts, BookingRows rows, ConfirmBatches batches, SeatInventory inventory,
			Slots slots, Outbox outbox, Detached detached, BookingProperties properties, RandomSource random,
			Clock clock) {
		this.holds = holds;
		this.accounts = accounts;
		this.rows = rows;
		this.batches = batches;
		this.inventory = inventory;
		this.slots = slots;
		this.outbox = outbox;
		this.detached = detached;
		this.properties = properties;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Confirms a hold. A repeat answers the first booking as it stands now, whoever it
	 * names.
	 */
	Mono<Outcome<Booking>> confirm(SignedIn who, ConfirmRequest request) {
		Holds.Hold hold = this.holds.own(who, request.holdId());
		if (hold == null) {
			return Mono.just(Outcome.refused(new BookingRefusal.NoSuchHold()));
		}
		return this.detached.run(this.slots.offer(hold.capsule().seats().slot())
			.flatMap(offer -> confirm(who, hold, offer, request))
			.defaultIfEmpty(Outcome.refused(new SeatRefusal.SlotClosed())));
	}

	private Mono<Outcome<Booking>> confirm(SignedIn who, Holds.Hold hold, SlotOffer offer, ConfirmRequest request) {
		List<UUID> participants = request.participants();
		if (participants == null) {
			return confirm(who, hold, hold.capsule().party(), offer, request.answersOrNone());
		}
		return ofHold(who, hold).map(Outcome::done)
			.switchIfEmpty(Mono.defer(() -> this.holds.party(who, offer, request.asHold(hold.capsule(), participants))
				.flatMap(outcome -> outcome.then(party -> confirm(who, hold, party, offer, request.answersOrNone())))
				.flatMap(outcome -> outcome.fold(booking -> Mono.just(outcome),
						refusal -> unlessBooked(who, hold, refusal)))));
	}

	/**
	 * Sent twice at once, the second one meets the participants of the first.
	 */
	private Mono<Outcome<Booking>> unlessBooked(SignedIn who, Holds.Hold hold, Refusal refusal) {
		return ofHold(who, hold).map(Outcome::done).defaultIfEmpty(Outcome.refused(atParticipants(refusal)));
	}

	private static Refusal atParticipants(Refusal refusal) {
		if (refusal instanceof BookingRefusal.Rule rule) {
			return rule.at("participants");
		}
		return (refusal instanceof BookingRefusal.ChildElsewhere) ? new BookingRefusal.ChildElsewhere("participants")
				: refusal;
	}

	private Mono<Outcome<Booking>> confirm(SignedIn who, Holds.Hold hold, Party party, SlotOffer offer,
			Map<String, String> answers) {
		HoldCapsule capsule = hold.capsule();
		return this.inventory.claim(capsule.seats(), capsule.deadline()).flatMap(claim -> {
			if (claim instanceof Claim.Granted granted) {
				return book(offer, confirmation(who, capsule.seats(), party, offer, granted.marked(), answers))
					.flatMap(outcome -> forget(who, hold, outcome));
			}
			Refusal refusal = (claim instanceof Claim.Refused refused) ? refused.refusal()
					: new SeatRefusal.HoldExpired();
			return this.rows.ofHold(capsule.seats().id()).map(Outcome::done).defaultIfEmpty(Outcome.refused(refusal));
		});
	}

	/**
	 * Takes a confirm to the ledger and reads what stands afterwards.
	 */
	Mono<Outcome<Booking>> book(SlotOffer offer, Confirmation confirmation) {
		return this.batches.confirm(offer, confirmation)
			.flatMap(outcome -> outcome
				.then(verdict -> (verdict.booking() != null) ? this.rows.find(verdict.booking()).map(Outcome::done)
						: Mono.just(Outcome.refused(refusal(verdict, confirmation)))));
	}

	private Confirmation confirmation(SignedIn who, SeatHold seats, Party party, SlotOffer offer, boolean marked,
			Map<String, String> answers) {
		Booking.State state = (offer.venue().bookingMode() == BookingMode.REQUEST) ? Booking.State.REQUESTED
				: Booking.State.CONFIRMED;
		return new Confirmation(this.random.id(), seats, who.account(), who.household(), party.adults(),
				party.children(), state, marked, false, null, null, answers);
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
	 * The booking that a hold became; empty when it did not.
	 */
	Mono<Booking> ofHold(SignedIn who, Holds.Hold hold) {
		return this.rows.ofHold(hold.capsule().seats().id()).filter(booking -> booking.account().equals(who.account()));
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

	private Mono<Outcome<Booking>> forget(SignedIn who, Holds.Hold hold, Outcome<Booking> outcome) {
		return outcome.then(booking -> this.accounts.forget(who.account(), hold.id())
			.onErrorComplete()
			.then(Mono.just(Outcome.done(booking))));
	}

	private static Refusal refusal(Verdict verdict, Confirmation confirmation) {
		return switch (verdict.code()) {
			case ABANDONED -> new SeatRefusal.HoldExpired();
			case CLOSED -> new SeatRefusal.SlotClosed();
			case LIMIT -> new SeatRefusal.PartyLimit(0);
			case FULL -> new SeatRefusal.SoldOut(confirmation.hold().pool(), confirmation.hold().seats(), 0);
			case CHILD_ELSEWHERE -> new BookingRefusal.ChildElsewhere("party.children");
			case NO_POOL -> new SeatRefusal.NoSuchPool("pool");
			case OK, STANDS -> throw new IllegalStateException("A verdict without a booking: " + verdict);
		};
	}

	private static UUID household(SignedIn who) {
		return Objects.requireNonNull(who.household(), "only guardians have bookings");
	}

}
