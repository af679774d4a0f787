package org.gongyu.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.booking.BookingRefusal.NotAdmitted;
import org.gongyu.booking.BookingRefusal.NotAdmitted.Reason;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Lets booked parties in, once and only once: by the code that their ticket shows, from
 * an hour before the start to the end, by staff of the venue.
 */
@Component
class CheckIns {

	private static final Duration DAY = Duration.ofHours(24);

	private final BookingRows rows;

	private final Slots slots;

	private final Tickets tickets;

	private final Clock clock;

	private final BookingProperties properties;

	CheckIns(BookingRows rows, Slots slots, Tickets tickets, Clock clock, BookingProperties properties) {
		this.rows = rows;
		this.slots = slots;
		this.tickets = tickets;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * Lets the party of a scanned or typed code in.
	 * @param slot the slot at whose gate the person stands, where that is known; the code
	 * then means a booking of it
	 */
	Mono<Outcome<Booking>> admit(SignedIn who, String code, @Nullable UUID slot) {
		UUID scanned = this.tickets.booking(code);
		Mono<Booking> found = (scanned != null) ? this.rows.find(scanned) : typed(who, code, slot);
		return found.flatMap(booking -> admit(who, booking, slot))
			.defaultIfEmpty(Outcome.refused(new NotAdmitted(Reason.UNKNOWN_CODE, null)));
	}

	private Mono<Booking> typed(SignedIn who, String code, @Nullable UUID slot) {
		Instant now = this.clock.instant();
		return ((slot != null) ? this.rows.ofSlot(slot, this.properties.listed())
				: this.rows.ofOrganization(Objects.requireNonNull(who.organization()), now.minus(DAY), now.plus(DAY),
						this.properties.listed()))
			.filter(booking -> who.guards(booking.organization()))
			.filter(booking -> this.tickets.isShortCode(code, booking.id()))
			.next();
	}

	private Mono<Outcome<Booking>> admit(SignedIn who, Booking booking, @Nullable UUID slot) {
		if (!who.guards(booking.organization())) {
			return refuse(Reason.OTHER_VENUE, null);
		}
		if (slot != null && !slot.equals(booking.slot())) {
			return refuse(Reason.OTHER_SLOT, booking.startsAt());
		}
		return this.slots.offer(booking.slot()).flatMap(offer -> {
			NotAdmitted no = refusal(booking, offer);
			return (no != null) ? Mono.just(Outcome.<Booking>refused(no)) : letIn(who, booking);
		});
	}

	private @Nullable NotAdmitted refusal(Booking booking, SlotOffer offer) {
		Instant now = this.clock.instant();
		Instant opens = offer.slot().startsAt().minus(this.properties.checkInBefore());
		return switch (booking.state()) {
			case CHECKED_IN -> new NotAdmitted(Reason.ALREADY_IN, booking.checkedInAt());
			case CANCELLED, DECLINED, NO_SHOW -> new NotAdmitted(Reason.CANCELLED, null);
			case REQUESTED -> new NotAdmitted(Reason.NOT_CONFIRMED, null);
			case CONFIRMED -> now.isBefore(opens) ? new NotAdmitted(Reason.TOO_EARLY, opens)
					: !now.isBefore(offer.slot().endsAt()) ? new NotAdmitted(Reason.OVER, offer.slot().endsAt()) : null;
		};
	}

	private Mono<Outcome<Booking>> letIn(SignedIn who, Booking booking) {
		return this.rows.checkIn(booking.id(), who.account(), this.clock.instant())
			.flatMap(
					first -> this.rows.find(booking.id())
						.map(now -> first ? Outcome.done(now) : Outcome.refused(new NotAdmitted(
								(now.state() == Booking.State.CHECKED_IN) ? Reason.ALREADY_IN : Reason.CANCELLED,
								now.checkedInAt()))));
	}

	private static Mono<Outcome<Booking>> refuse(Reason reason, @Nullable Instant at) {
		return Mono.just(Outcome.refused(new NotAdmitted(reason, at)));
	}

}
