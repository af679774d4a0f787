package org.gongyu.booking;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.inventory.SeatRefusal;
import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What a party answers to the venue's questions after it has booked: seats that were
 * offered to who waits are taken by one tap on a link, which nobody else may answer for
 * the family.
 */
@Component
class AnswerChanges {

	private final Bookings bookings;

	private final BookingRows rows;

	private final Answers answers;

	private final Slots slots;

	private final Clock clock;

	AnswerChanges(Bookings bookings, BookingRows rows, Answers answers, Slots slots, Clock clock) {
		this.bookings = bookings;
		this.rows = rows;
		this.answers = answers;
		this.slots = slots;
		this.clock = clock;
	}

	/**
	 * Puts the answers in the place of what was answered before, until the slot begins.
	 * Refused with the field of an answer that is missing or none of the question's.
	 */
	Mono<Outcome<Booking>> change(SignedIn who, UUID id, Map<String, String> given) {
		return this.bookings.find(who, id)
			.flatMap(outcome -> outcome
				.then(booking -> this.slots.current(booking.slot()).flatMap(offer -> change(booking, offer, given))));
	}

	private Mono<Outcome<Booking>> change(Booking booking, SlotOffer offer, Map<String, String> given) {
		if (!booking.state().stands() || !this.clock.instant().isBefore(offer.slot().startsAt())) {
			return Mono.just(Outcome.refused(new SeatRefusal.SlotClosed()));
		}
		BookingRefusal wrong = Answers.refusal(offer.activity(), given);
		if (wrong != null) {
			return Mono.just(Outcome.refused(wrong));
		}
		return this.answers.seal(Objects.requireNonNull(booking.household()), given)
			.flatMap(sealed -> this.rows.answer(booking.id(), sealed))
			.then(Mono.defer(() -> this.rows.find(booking.id())))
			.map(Outcome::done);
	}

}
