package org.gongyu.draw;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Lot;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.booking.Bookings;
import org.gongyu.booking.Party;
import org.gongyu.household.Vouchers;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.gongyu.venue.BookingMode;
import org.gongyu.waitlist.SeatOffers;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Draws: opened when their slot is published, entered, and held when their time is over.
 */
@Component
class Draws {

	private static final HexFormat HEX = HexFormat.of();

	private static final int TICKET = 16;

	private final DrawRows rows;

	private final Seeds seeds;

	private final Slots slots;

	private final Bookings bookings;

	private final Vouchers vouchers;

	private final SeatInventory inventory;

	private final SeatOffers offers;

	private final Detached detached;

	private final RandomSource random;

	private final DrawProperties properties;

	private final Clock clock;

	Draws(DrawRows rows, Seeds seeds, Slots slots, Bookings bookings, Vouchers vouchers, SeatInventory inventory,
			SeatOffers offers, Detached detached, RandomSource random, DrawProperties properties, Clock clock) {
		this.rows = rows;
		this.seeds = seeds;
		this.slots = slots;
		this.bookings = bookings;
		this.vouchers = vouchers;
		this.inventory = inventory;
		this.offers = offers;
		this.detached = detached;
		this.random = random;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Opens the draw of a published slot that has one; once is enough.
	 */
	Mono<Void> open(UUID slot) {
		return this.slots.published(slot)
			.flatMap(published -> this.slots.current(slot))
			.filter(Draws::isDrawn)
			.flatMap(offer -> Mono.justOrEmpty(offer.slot().lot()))
			.flatMap(lot -> open(slot, lot));
	}

	private Mono<Void> open(UUID slot, Lot lot) {
		// a look puts the slot into the ledger
		return this.inventory.availability(slot)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("Slot " + slot + " is not in the ledger yet")))
			.flatMap(there -> this.rows.open(slot, lot, this.seeds.commitment(slot)))
			.flatMap(numbers -> this.inventory.settle(slot, numbers));
	}

	/**
	 * The draw of a slot.
	 */
	Mono<Outcome<Draw>> find(UUID slot) {
		return this.rows.find(slot)
			.switchIfEmpty(Mono.defer(() -> open(slot).then(this.rows.find(slot))))
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(DrawRefusal.NO_DRAW));
	}

	/**
	 * Enters the household's party, or changes the party that was entered. Refused where
	 * the party could not book the slot.
	 */
	Mono<Outcome<OwnEntry>> enter(SignedIn who, UUID slot, Party party) {
		if (party.size() == 0) {
			return Mono.just(Outcome.refused(DrawRefusal.DRAW_CHOOSE_PARTY));
		}
		Instant arrived = this.clock.instant();
		return this.slots.offer(slot)
			.filter(Draws::isDrawn)
			.flatMap(offer -> this.bookings.admit(who, offer, party)
				.flatMap(outcome -> outcome.then(able -> this.detached.run(put(who, slot, able, arrived)))))
			.defaultIfEmpty(Outcome.refused(DrawRefusal.NO_DRAW));
	}

	private static boolean isDrawn(SlotOffer offer) {
		return offer.slot().lot() != null && offer.venue().bookingMode() != BookingMode.REQUEST;
	}

	private Mono<Outcome<OwnEntry>> put(SignedIn who, UUID slot, Party party, Instant arrived) {
		UUID household = Objects.requireNonNull(who.household());
		return this.vouchers.stands(household)
			.map(stands -> tickets(stands ? this.properties.careTickets() : 1))
			.flatMap(tickets -> enter(who, slot, tickets, party, arrived))
			.flatMap(verdict -> verdict.equals("OK") ? this.rows.own(slot, household).map(Outcome::done)
					: Mono.just(Outcome.refused(DrawRefusal.of(verdict))));
	}

	/** The draw of a slot that was published a moment ago may not be open yet. */
	private Mono<String> enter(SignedIn who, UUID slot, List<String> tickets, Party party, Instant arrived) {
		Mono<String> entering = this.rows.enter(this.random.id(), slot, tickets, who.account(),
				Objects.requireNonNull(who.household()), party, arrived);
		return entering.flatMap(verdict -> verdict.equals("NO_DRAW") ? open(slot).then(entering) : Mono.just(verdict));
	}

	private List<String> tickets(int count) {
		return Stream.generate(() -> HEX.formatHex(this.random.bytes(TICKET))).limit(count).toList();
	}

	/**
	 * The household's entry.
	 */
	Mono<Outcome<OwnEntry>> own(SignedIn who, UUID slot) {
		return Mono.justOrEmpty(who.household())
			.flatMap(household -> this.rows.own(slot, household))
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(DrawRefusal.NO_SUCH_ENTRY));
	}

	/**
	 * Takes the household's entry out while the list is open; one that is not there is
	 * gone already.
	 */
	Mono<Outcome<Boolean>> leave(SignedIn who, UUID slot) {
		UUID household = Objects.requireNonNull(who.household());
		return this.slots.offer(slot)
			.filter(Draws::isDrawn)
			.flatMap(offer -> this.detached.run(this.rows.leave(slot, household)))
			.flatMap(gone -> gone ? Mono.just(Outcome.done(true)) : stays(slot, household))
			.defaultIfEmpty(Outcome.refused(DrawRefusal.NO_DRAW));
	}

	private Mono<Outcome<Boolean>> stays(UUID slot, UUID household) {
		return this.rows.own(slot, household)
			.map(own -> Outcome.<Boolean>refused(DrawRefusal.DRAW_LATE))
			.defaultIfEmpty(Outcome.done(true));
	}

	/**
	 * Holds the draw of a slot whose time is over: freezes the list, draws its order and
	 * puts the first parties on the slot's waitlist. Any node may do it at any time; it
	 * counts once, and would come to the same each time.
	 */
	Mono<Void> hold(UUID slot) {
		return this.rows.freeze(slot, this.properties.grace())
			.filter(frozen -> frozen)
			.flatMap(frozen -> Mono.zip(this.slots.current(slot), this.rows.find(slot), this.rows.tickets(slot)))
			.flatMap(seen -> write(seen.getT1(), seen.getT2(), seen.getT3()))
			.flatMap(numbers -> this.inventory.settle(slot, numbers)
				.then(Mono.fromRunnable(() -> this.offers.serve(slot))));
	}

	private Mono<String> write(SlotOffer offer, Draw draw, List<String> tickets) {
		byte[] seed = this.seeds.seed(draw.slot(), HEX.parseHex(draw.commitment()));
		return this.rows.hold(draw.slot(), offer.activity().id(), seed, DrawOrder.hash(tickets),
				DrawOrder.of(seed, tickets), this.properties.more());
	}

}
