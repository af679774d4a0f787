package org.gongyu.waitlist;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.booking.Bookings;
import org.gongyu.booking.Party;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.inventory.SeatRefusal;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.gongyu.venue.BookingMode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Parties that wait: joining and leaving.
 */
@Component
class Waitlist {

	private final WaitlistRows rows;

	private final SeatOffers offers;

	private final Serving serving;

	private final Slots slots;

	private final Bookings bookings;

	private final SeatInventory inventory;

	private final Detached detached;

	private final RandomSource random;

	private final WaitlistProperties properties;

	Waitlist(WaitlistRows rows, SeatOffers offers, Serving serving, Slots slots, Bookings bookings,
			SeatInventory inventory, Detached detached, RandomSource random, WaitlistProperties properties) {
		this.rows = rows;
		this.offers = offers;
		this.serving = serving;
		this.slots = slots;
		this.bookings = bookings;
		this.inventory = inventory;
		this.detached = detached;
		this.random = random;
		this.properties = properties;
	}

	/**
	 * Puts a party on the lists of all the slots, or of none: the first one that has
	 * seats for all of it serves it. Refused where the party could not book a slot, waits
	 * for it already, or the list is full; and where there is nothing to wait for: the
	 * list is no way past a release, nor past who stands in line.
	 */
	Mono<Outcome<WaitingParty>> join(SignedIn who, List<UUID> wished, Party party) {
		List<UUID> distinct = wished.stream().distinct().toList();
		if (distinct.isEmpty() || distinct.size() > this.properties.slots()) {
			return Mono.just(Outcome.refused(WaitlistRefusal.CHOOSE_SLOTS));
		}
		if (party.size() == 0) {
			return Mono.just(Outcome.refused(WaitlistRefusal.WAITING_CHOOSE_PARTY));
		}
		return Flux.fromIterable(distinct)
			.concatMap(this.slots::current)
			.collectList()
			.flatMap(found -> join(who, distinct, found, party));
	}

	private Mono<Outcome<WaitingParty>> join(SignedIn who, List<UUID> slots, List<SlotOffer> found, Party party) {
		if (found.size() < slots.size()) {
			return Mono.just(Outcome.refused(new SeatRefusal.NoSuchPool("slots")));
		}
		if (found.stream().map(each -> each.activity().id()).distinct().count() != 1) {
			return Mono.just(Outcome.refused(WaitlistRefusal.CHOOSE_SLOTS));
		}
		if (found.get(0).venue().bookingMode() == BookingMode.REQUEST) {
			return Mono.just(Outcome.refused(WaitlistRefusal.NO_WAITLIST));
		}
		return Flux.fromIterable(found)
			.concatMap(offer -> this.bookings.admit(who, offer, party))
			.filter(outcome -> outcome instanceof Outcome.Refused)
			.next()
			.map(outcome -> outcome.map(admitted -> found.get(0)))
			.defaultIfEmpty(Outcome.done(found.get(0)))
			.flatMap(outcome -> outcome.then(offer -> this.detached.run(put(who, slots, offer, party))));
	}

	private Mono<Outcome<WaitingParty>> put(SignedIn who, List<UUID> slots, SlotOffer offer, Party party) {
		UUID id = this.random.id();
		UUID household = Objects.requireNonNull(who.household());
		Mono<WaitlistRows.Joined> joining = this.rows.join(id, who.account(), household, offer.activity().id(), slots,
				party, this.properties.most());
		// what was published a moment ago may not be in the ledger yet; a look puts it
		// there
		return Flux.fromIterable(slots)
			.concatMap(this.inventory::availability)
			.any(seats -> isFree(seats, party.size()))
			.flatMap(free -> free ? Mono.just(new WaitlistRows.Joined("FREE", List.of())) : joining)
			.flatMap(joined -> joined.verdict().equals("OK")
					? told(slots.stream().sorted(Waitlist::bySqlOrder).toList(), joined.numbers())
						.then(this.rows.find(id))
						.map(Outcome::done)
						.doOnNext(done -> slots.forEach(this.serving::soon))
					: Mono.just(Outcome.refused(WaitlistRefusal.valueOf("WAITING_" + joined.verdict()))));
	}

	private static boolean isFree(Availability seats, int wanted) {
		return !seats.waiting() && seats.pools()
			.stream()
			.anyMatch(each -> each.pool() == Pool.PUBLIC && each.remaining() >= wanted
					&& !seats.asOf().isBefore(each.releasedAt()));
	}

	/** PostgreSQL sorts UUIDs by their bytes, Java by signed halves. */
	private static int bySqlOrder(UUID a, UUID b) {
		int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
		return (high != 0) ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
	}

	private Mono<Void> told(List<UUID> slots, List<String> numbers) {
		return Flux.range(0, slots.size()).concatMap(i -> this.inventory.settle(slots.get(i), numbers.get(i))).then();
	}

	/**
	 * The household's entries that are not over.
	 */
	Flux<WaitingParty> of(SignedIn who) {
		return (who.household() == null) ? Flux.empty() : this.rows.ofHousehold(who.household());
	}

	/**
	 * Takes the household's party off the list; an offer that it has goes to the next
	 * one. One that is over stays as it is.
	 */
	Mono<Outcome<UUID>> leave(SignedIn who, UUID id) {
		return this.rows.find(id)
			.filter(party -> party.household().equals(who.household()))
			.flatMap(party -> this.detached.run(leave(party)).thenReturn(Outcome.done(id)))
			.defaultIfEmpty(Outcome.refused(WaitlistRefusal.NO_SUCH_WAITING));
	}

	/**
	 * Takes a party off all lists, whatever it has.
	 */
	Mono<Void> leave(WaitingParty party) {
		return this.rows.slots(party.id())
			.collectList()
			.flatMapMany(slots -> this.rows.leave(party.id(), slots, WaitingParty.State.LEFT))
			.concatMap(told -> this.inventory.settle(told.slot(), told.numbers())
				.doOnSuccess(done -> this.serving.soon(told.slot())))
			.then(this.offers.passOf(party.id()));
	}

}
