package org.gongyu.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongyu.platform.Page;
import org.gongyu.platform.Cursor;
import org.gongyu.venue.Venues;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Slots, for whoever looks for them, books them or counts their seats.
 */
@Component
public class Slots {

	private final SlotRows rows;

	private final ActivityRows activities;

	private final SearchRows search;

	private final Venues venues;

	private final Clock clock;

	private final ActivityProperties properties;

	private final AsyncCache<UUID, SlotOffer> offers;

	private final Mono<List<String>> regions;

	Slots(SlotRows rows, ActivityRows activities, SearchRows search, Venues venues, Clock clock,
			ActivityProperties properties) {
		this.rows = rows;
		this.activities = activities;
		this.search = search;
		this.venues = venues;
		this.clock = clock;
		this.properties = properties;
		this.offers = Caffeine.newBuilder()
			.maximumSize(properties.offersCached())
			.expireAfterWrite(properties.offerCache())
			.executor(Runnable::run)
			.buildAsync();
		this.regions = Flux.defer(() -> search.regions(clock.instant(), properties.regions()))
			.collectList()
			.cacheInvalidateWhen(found -> Mono.delay(properties.offerCache()).then());
	}

	/**
	 * The slot with its activity and venue, whatever its state; empty when there is none.
	 * May be some seconds old: what must be true now (is it open, are seats left) is
	 * asked of the seat inventory.
	 */
	public Mono<SlotOffer> offer(UUID slot) {
		return Mono.fromFuture(() -> this.offers.get(slot, (key, executor) -> read(key).toFuture()), true);
	}

	/**
	 * The same if it is in memory, without waiting for anything.
	 */
	public @Nullable SlotOffer remembered(UUID slot) {
		CompletableFuture<SlotOffer> known = this.offers.getIfPresent(slot);
		return (known != null && known.isDone() && !known.isCompletedExceptionally()) ? known.join() : null;
	}

	/**
	 * The slot with its activity and venue as they stand in the database now; empty when
	 * there is none.
	 */
	public Mono<SlotOffer> current(UUID slot) {
		return read(slot);
	}

	/**
	 * A published slot for the seat ledger; empty when there is none or it is not
	 * published.
	 */
	public Mono<PublishedSlot> published(UUID slot) {
		return read(slot).filter(offer -> offer.slot().state() == PublicationState.PUBLISHED)
			.map(offer -> new PublishedSlot(offer.slot().id(), offer.activity().partyLimit(),
					offer.activity().returnMinutes(), offer.slot().startsAt(), offer.slot().endsAt(),
					offer.slot().pools()));
	}

	/**
	 * The slots of an activity that have not ended, the first ones first.
	 */
	public Flux<Slot> of(UUID activity) {
		return this.rows.of(activity, this.clock.instant(), this.properties.slots());
	}

	/**
	 * The published and withdrawn slots of an organization that begin between the times,
	 * by start.
	 */
	public Flux<SlotOffer> ofOrganization(UUID organization, Instant from, Instant to) {
		return this.rows.ofOrganization(organization, from, to, this.properties.slots())
			.concatMap(slot -> this.activities.find(slot.activity()).flatMap(activity -> offer(slot, activity)));
	}

	/**
	 * The published slots that a query finds, by start.
	 */
	public Mono<Page<SlotCard>> find(SlotQuery query) {
		return this.search.find(query)
			.collectList()
			.map(cards -> Page.cut(cards, query.size(), last -> new Cursor(last.startsAt(), last.slot())));
	}

	/**
	 * Whether a query finds anything: its first slot, or empty.
	 */
	public Mono<SlotCard> first(SlotQuery query) {
		return this.search.find(query.only(1)).next();
	}

	/**
	 * The next slot of each of the activities that has one.
	 */
	public Flux<SlotCard> next(List<UUID> activities) {
		return activities.isEmpty() ? Flux.empty() : this.search.next(activities, this.clock.instant());
	}

	/**
	 * The regions in which something is to come. May be some seconds old.
	 */
	public Mono<List<String>> regions() {
		return this.regions;
	}

	/**
	 * Hears from the inventory about how many PUBLIC seats are left of slots. A hint for
	 * filters only.
	 */
	public Mono<Void> noteSeatsLeft(Map<UUID, Integer> seats) {
		return this.rows.noteSeatsLeft(seats);
	}

	/**
	 * Hears that a pool has another capacity. What counts is the seat ledger's; this one
	 * is shown.
	 */
	public Mono<Void> noteCapacity(UUID slot, Pool pool, int capacity) {
		return this.rows.noteCapacity(slot, pool, capacity).doOnSuccess(done -> forget(slot));
	}

	private Mono<SlotOffer> read(UUID id) {
		return this.rows.find(id)
			.flatMap(slot -> this.activities.find(slot.activity()).flatMap(activity -> offer(slot, activity)));
	}

	private Mono<SlotOffer> offer(Slot slot, Activity activity) {
		return this.venues.find(activity.venue()).map(venue -> new SlotOffer(slot, activity, venue));
	}

	void forget(@Nullable UUID slot) {
		if (slot != null) {
			this.offers.synchronous().invalidate(slot);
		}
	}

}
