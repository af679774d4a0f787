package org.gongyu.booking;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.inventory.Claim;
import org.gongyu.inventory.SeatHold;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.inventory.SeatRefusal;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Refusal;
import org.gongyu.venue.BookingMode;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Turns holds into bookings. What was confirmed once stays confirmed, however often the
 * request is repeated and whatever else fails.
 */
@Component
class Confirms {

	private final Holds holds;

	private final HouseholdHolds households;

	private final BookingRows rows;

	private final Answers answers;

	private final ConfirmBatches batches;

	private final SeatInventory inventory;

	private final Slots slots;

	private final Detached detached;

	private final RandomSource random;

	Confirms(Holds holds, HouseholdHolds households, BookingRows rows, Answers answers, ConfirmBatches batches,
			SeatInventory inventory, Slots slots, Detached detached, RandomSource random) {
		this.holds = holds;
		this.households = households;
		this.rows = rows;
		this.answers = answers;
		this.batches = batches;
		this.inventory = inventory;
		this.slots = slots;
		this.detached = detached;
		this.random = random;
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
		BookingRefusal wrong = Answers.refusal(offer.activity(), request.answersOrNone());
		if (wrong != null) {
			return unlessBooked(who, hold, wrong);
		}
		List<UUID> participants = request.participants();
		if (participants == null) {
			return confirm(who, hold, hold.capsule().party(), offer, request.answersOrNone());
		}
		return ofHold(who, hold).map(Outcome::done)
			.switchIfEmpty(Mono.defer(() -> this.holds.party(who, offer, request.asHold(hold.capsule(), participants))
				.flatMap(outcome -> outcome.then(party -> confirm(who, hold, party, offer, request.answersOrNone())))
				.flatMap(outcome -> outcome.fold(booking -> Mono.just(outcome),
						refusal -> unlessBooked(who, hold, atParticipants(refusal))))));
	}

	/**
	 * Sent twice at once, the second one meets the booking of the first.
	 */
	private Mono<Outcome<Booking>> unlessBooked(SignedIn who, Holds.Hold hold, Refusal refusal) {
		return ofHold(who, hold).map(Outcome::done).defaultIfEmpty(Outcome.refused(refusal));
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
		return this.answers.seal(hold.capsule().seats().party(), answers)
			.flatMap(sealed -> confirm(who, hold, party, offer, sealed));
	}

	private Mono<Outcome<Booking>> confirm(SignedIn who, Holds.Hold hold, Party party, SlotOffer offer,
			String answers) {
		HoldCapsule capsule = hold.capsule();
		return this.inventory.claim(capsule.seats(), capsule.deadline()).flatMap(claim -> {
			if (claim instanceof Claim.Granted granted) {
				return book(offer, confirmation(who, capsule.seats(), party, offer, granted.marked(), answers))
					.flatMap(outcome -> forget(hold, outcome));
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
			String answers) {
		Booking.State state = (offer.venue().bookingMode() == BookingMode.REQUEST) ? Booking.State.REQUESTED
				: Booking.State.CONFIRMED;
		return new Confirmation(this.random.id(), seats, who.account(), who.household(), party.adults(),
				party.children(), state, marked, false, null, null, answers);
	}

	/**
	 * The booking that a hold became; empty when it did not.
	 */
	Mono<Booking> ofHold(SignedIn who, Holds.Hold hold) {
		return this.rows.ofHold(hold.capsule().seats().id()).filter(booking -> booking.account().equals(who.account()));
	}

	private Mono<Outcome<Booking>> forget(Holds.Hold hold, Outcome<Booking> outcome) {
		return outcome.then(booking -> this.households.booked(hold.capsule().seats().party(), hold.id())
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

}
