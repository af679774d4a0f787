package org.gongyu.activity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Outbox;
import org.gongyu.platform.RandomSource;
import org.gongyu.venue.BookingMode;
import org.gongyu.venue.Venue;
import org.gongyu.venue.Venues;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Activities and their slots, as managers keep them: draft, published, cancelled. Whoever
 * does not manage the venue is told that there is no such activity.
 */
@Component
public class Activities {

	private final ActivityRows rows;

	private final SlotRows slotRows;

	private final SearchRows search;

	private final Venues venues;

	private final Slots slots;

	private final Outbox outbox;

	private final TransactionalOperator transaction;

	private final RandomSource random;

	private final Clock clock;

	private final ActivityProperties properties;

	Activities(ActivityRows rows, SlotRows slotRows, SearchRows search, Venues venues, Slots slots, Outbox outbox,
			TransactionalOperator transaction, RandomSource random, Clock clock, ActivityProperties properties) {
		this.rows = rows;
		this.slotRows = slotRows;
		this.search = search;
		this.venues = venues;
		this.slots = slots;
		this.outbox = outbox;
		this.transaction = transaction;
		this.random = random;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * The activity if it was published; empty otherwise.
	 */
	public Mono<Activity> published(UUID id) {
		return this.rows.find(id).filter(activity -> activity.state() != PublicationState.DRAFT);
	}

	/**
	 * The activities that the person manages, the newest first.
	 */
	public Flux<Activity> managed(SignedIn who) {
		return this.rows.of(Objects.requireNonNull(who.organization()), this.properties.activities());
	}

	/**
	 * The activity if the person manages it, also as a draft.
	 */
	public Mono<Outcome<Activity>> managed(SignedIn who, UUID id) {
		return this.rows.find(id)
			.filter(activity -> who.manages(activity.organization()))
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(ActivityRefusal.NO_SUCH_ACTIVITY));
	}

	/**
	 * Drafts an activity.
	 */
	Mono<Outcome<Activity>> draft(SignedIn who, ActivityRequest request) {
		return this.venues.managed(who, request.venueId()).flatMap(outcome -> outcome.then(venue -> {
			Activity activity = request.activity(this.random.id(), venue, this.properties.partyLimit());
			return this.rows.add(activity).thenReturn(Outcome.done(activity));
		}));
	}

	/**
	 * Corrects a draft.
	 */
	Mono<Outcome<Activity>> correct(SignedIn who, UUID id, ActivityRequest request) {
		return managed(who, id).flatMap(outcome -> outcome.then(old -> this.venues.managed(who, request.venueId())))
			.flatMap(outcome -> outcome.then(venue -> {
				Activity fresh = request.activity(id, venue, this.properties.partyLimit());
				return this.rows.correct(fresh)
					.map(done -> done ? Outcome.done(fresh) : Outcome.refused(ActivityRefusal.NOT_A_DRAFT));
			}));
	}

	/**
	 * Adds a draft slot.
	 */
	Mono<Outcome<Slot>> addSlot(SignedIn who, UUID id, SlotRequest request) {
		return managed(who, id)
			.flatMap(outcome -> outcome.then(activity -> (activity.state() == PublicationState.CANCELLED)
					? Mono.just(Outcome.refused(ActivityRefusal.IS_CANCELLED))
					: this.venues.find(activity.venue()).flatMap(venue -> addSlot(activity, venue, request))));
	}

	private Mono<Outcome<Slot>> addSlot(Activity activity, Venue venue, SlotRequest request) {
		Slot slot = planned(request, activity.id(), venue);
		return this.slotRows.add(slot)
			.map(added -> added ? Outcome.done(slot) : Outcome.refused(ActivityRefusal.SLOT_TWICE));
	}

	/** Whom a venue agrees to one by one is not drawn. */
	private Slot planned(SlotRequest request, UUID activity, Venue venue) {
		Slot slot = request.slot(this.random.id(), activity, venue.zone(), this.clock.instant());
		if (slot.lot() != null && venue.bookingMode() == BookingMode.REQUEST) {
			throw new InvalidInput("pools", "drawByRequest");
		}
		return slot;
	}

	/**
	 * Adds the draft slots of a weekly pattern, all of them or none; those that are there
	 * already stay as they are. Answers how many were added.
	 */
	Mono<Outcome<Integer>> addWeekly(SignedIn who, UUID id, Function<ZoneId, WeeklyRequest> pattern) {
		return managed(who, id)
			.flatMap(outcome -> outcome.then(activity -> this.venues.find(activity.venue())
				.flatMapMany(venue -> Flux
					.fromIterable(pattern.apply(venue.zone()).slots(venue.zone(), this.clock.instant()))
					.map(request -> planned(request, id, venue)))
				.collectList()
				.flatMap(planned -> this.transaction.transactional(addAll(planned)))));
	}

	private Mono<Outcome<Integer>> addAll(List<Slot> planned) {
		return Flux.fromIterable(planned)
			.concatMap(this.slotRows::add)
			.filter(added -> added)
			.count()
			.map(count -> (count > 0) ? Outcome.done(count.intValue()) : Outcome.refused(ActivityRefusal.SLOT_TWICE));
	}

	/**
	 * Removes a draft slot.
	 */
	Mono<Outcome<Boolean>> removeSlot(SignedIn who, UUID slot) {
		return managedSlot(who, slot).flatMap(outcome -> outcome.then(found -> this.slotRows.removeDraft(slot)
			.map(removed -> removed ? Outcome.done(true) : Outcome.refused(ActivityRefusal.NOT_A_DRAFT))));
	}

	/**
	 * Publishes an activity with its draft slots; published again, it publishes slots
	 * that were added since. Answers the ids of the slots that this call published.
	 */
	Mono<Outcome<List<UUID>>> publish(SignedIn who, UUID id) {
		return managed(who, id)
			.flatMap(outcome -> outcome.then(activity -> this.venues.find(activity.venue())
				.flatMap(venue -> this.transaction.transactional(publish(activity, venue)))))
			.doOnNext(outcome -> this.outbox.nudge());
	}

	private Mono<Outcome<List<UUID>>> publish(Activity activity, Venue venue) {
		if (activity.state() == PublicationState.CANCELLED) {
			return Mono.just(Outcome.refused(ActivityRefusal.IS_CANCELLED));
		}
		if (activity.priceCents() > 0 && venue.freeByLaw(this.clock.instant().atZone(venue.zone()).toLocalDate())) {
			return Mono.just(Outcome.refused(ActivityRefusal.FREE_BY_LAW));
		}
		return this.slotRows.publish(activity.id(), this.clock.instant())
			.collectList()
			.flatMap(published -> published.isEmpty() ? Mono.just(Outcome.refused(ActivityRefusal.NOTHING_TO_PUBLISH))
					: this.rows.publish(activity.id())
						.then(this.search.index(activity, venue))
						.thenMany(Flux.fromIterable(published)
							.concatMap(slot -> this.outbox.append(new SlotPublished(slot))))
						.then(Mono.just(Outcome.done(published))));
	}

	/**
	 * Withdraws a slot for a reason that the booked families are told. A repeat changes
	 * nothing.
	 */
	Mono<Outcome<Slot>> withdraw(SignedIn who, UUID slot, String reason) {
		return managedSlot(who, slot)
			.flatMap(outcome -> outcome
				.then(found -> this.transaction.transactional(withdraw(found, reason)).map(Outcome::done)))
			.doOnNext(outcome -> {
				this.slots.forget(slot);
				this.outbox.nudge();
			});
	}

	private Mono<Slot> withdraw(Slot slot, String reason) {
		return this.slotRows.withdraw(slot.id(), reason)
			.flatMap(withdrawn -> withdrawn
					? this.search.remove(slot.id()).then(this.outbox.append(new SlotWithdrawn(slot.id(), reason)))
					: Mono.empty())
			.then(Mono.defer(() -> this.slotRows.find(slot.id())));
	}

	private Mono<Outcome<Slot>> managedSlot(SignedIn who, UUID id) {
		return this.slotRows.find(id)
			.flatMap(slot -> managed(who, slot.activity()).map(outcome -> outcome.fold(activity -> Outcome.done(slot),
					hidden -> Outcome.<Slot>refused(ActivityRefusal.NO_SUCH_SLOT))))
			.defaultIfEmpty(Outcome.refused(ActivityRefusal.NO_SUCH_SLOT));
	}

}
