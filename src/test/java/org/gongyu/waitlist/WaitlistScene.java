package org.gongyu.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.account.Role;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.booking.Party;
import org.gongyu.household.HouseholdRecords;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatHold;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One slot with a crowd around it: households that wait, leave, answer their offers, hold
 * seats as everybody may, give them back and cancel what they booked, several at once.
 */
final class WaitlistScene {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	final UUID slot;

	final List<String> trace = new ArrayList<>();

	private final Waitlist waitlist;

	private final WaitlistRows rows;

	private final SeatOfferRows offers;

	private final SeatOffers links;

	private final Serving serving;

	private final SeatInventory inventory;

	private final HouseholdRecords bookings;

	private final Random random;

	private final int capacity;

	private final List<SeatHold> holds = new ArrayList<>();

	private final List<SignedIn> families = new ArrayList<>();

	WaitlistScene(Hub hub, String slot, int capacity, Random random) {
		this.slot = UUID.fromString(slot);
		this.capacity = capacity;
		this.random = random;
		this.waitlist = hub.bean(Waitlist.class);
		this.rows = hub.bean(WaitlistRows.class);
		this.offers = hub.bean(SeatOfferRows.class);
		this.links = hub.bean(SeatOffers.class);
		this.serving = hub.bean(Serving.class);
		this.inventory = hub.bean(SeatInventory.class);
		this.bookings = hub.bean("familyRecords", HouseholdRecords.class);
		for (int i = 0; i < 8; i++) {
			this.families.add(new SignedIn(UUID.randomUUID(), "林", UUID.randomUUID(), UUID.randomUUID(), null, null,
					Set.of(Role.GUARDIAN)));
		}
	}

	/** Some steps at once. */
	void act() {
		List<Mono<?>> steps = new ArrayList<>();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			steps.add(step());
		}
		Flux.fromIterable(steps).flatMap(step -> step, steps.size()).then().block(PATIENCE);
	}

	private Mono<?> step() {
		SignedIn family = this.families.get(this.random.nextInt(this.families.size()));
		return switch (this.random.nextInt(10)) {
			case 0, 1, 2 -> join(family, 1 + this.random.nextInt(Math.min(4, this.capacity)));
			case 3 -> leave(family);
			case 4, 5 -> answer(family, true);
			case 6 -> answer(family, false);
			case 7 -> release();
			case 8 -> hold(1 + this.random.nextInt(2));
			default -> cancel(family);
		};
	}

	private Mono<?> join(SignedIn family, int seats) {
		this.trace.add("join " + name(family) + " " + seats);
		return this.waitlist.join(family, List.of(this.slot), new Party(1, List.of(), seats - 1));
	}

	private Mono<?> leave(SignedIn family) {
		this.trace.add("leave " + name(family));
		return this.waitlist.of(family).concatMap(party -> this.waitlist.leave(family, party.id())).then();
	}

	private Mono<?> answer(SignedIn family, boolean yes) {
		this.trace.add((yes ? "accept " : "pass ") + name(family));
		return this.waitlist.of(family)
			.concatMap(party -> this.offers.open(party.id()))
			.map(offer -> this.links.path(offer.id()).substring("/offers/".length()))
			.concatMap(token -> yes ? this.links.accept(token) : this.links.pass(token))
			.then();
	}

	/** What everybody may do. */
	Mono<?> hold(int seats) {
		SeatHold hold = new SeatHold(UUID.randomUUID(), this.slot, Pool.PUBLIC, UUID.randomUUID(), seats);
		this.trace.add("hold " + seats);
		return this.inventory.hold(hold).doOnNext(outcome -> {
			if (outcome instanceof Outcome.Done) {
				this.holds.add(hold);
			}
		});
	}

	private Mono<?> release() {
		if (this.holds.isEmpty()) {
			return Mono.empty();
		}
		this.trace.add("release");
		return this.inventory.release(this.holds.remove(this.random.nextInt(this.holds.size())));
	}

	private Mono<?> cancel(SignedIn family) {
		this.trace.add("cancel " + name(family));
		return this.bookings.erase(Objects.requireNonNull(family.household()));
	}

	private String name(SignedIn family) {
		return "f" + this.families.indexOf(family);
	}

	/** What is wrong once everybody who can be served was; null when nothing is. */
	@Nullable String wrong() {
		this.serving.serve(this.slot).block(PATIENCE);
		Availability count = Objects.requireNonNull(this.inventory.availability(this.slot).block(PATIENCE));
		List<WaitingParty> waiting = Objects
			.requireNonNull(this.rows.waiting(this.slot, 100).collectList().block(PATIENCE));
		if (waiting.isEmpty()) {
			return count.waiting() ? "seats are kept for nobody" : null;
		}
		Turn turn = Turn.of(waiting, count.remaining(Pool.PUBLIC), Instant.now(), Duration.ofHours(6));
		if (turn instanceof Turn.Serve serve) {
			return count.remaining(Pool.PUBLIC) + " seats are idle while " + serve.party() + " waits";
		}
		return (count.waiting() != (turn instanceof Turn.Keep)) ? "seats are not for whom they should be: " + turn
				: null;
	}

}
