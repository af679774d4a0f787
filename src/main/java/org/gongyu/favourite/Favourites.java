package org.gongyu.favourite;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Activities;
import org.gongyu.activity.Activity;
import org.gongyu.activity.SlotCard;
import org.gongyu.activity.Slots;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A household's favourite activities.
 */
@Component
public class Favourites {

	private static final int MOST = 100;

	private final FavouriteRows rows;

	private final Activities activities;

	private final Slots slots;

	Favourites(FavouriteRows rows, Activities activities, Slots slots) {
		this.rows = rows;
		this.activities = activities;
		this.slots = slots;
	}

	/**
	 * Whether the activity is a favourite of the reader's household.
	 */
	public Mono<Boolean> has(@Nullable SignedIn who, UUID activity) {
		UUID household = (who != null) ? who.household() : null;
		return (household == null) ? Mono.just(false) : this.rows.of(household).any(activity::equals);
	}

	/**
	 * The next slot of each favourite that has one, the soonest first.
	 */
	public Mono<List<SlotCard>> next(@Nullable SignedIn who) {
		UUID household = (who != null) ? who.household() : null;
		return (household == null) ? Mono.just(List.of())
				: this.rows.of(household)
					.collectList()
					.flatMapMany(this.slots::next)
					.sort(Comparator.comparing(SlotCard::startsAt))
					.collectList();
	}

	/**
	 * Keeps a published activity, or lets it go; a repeat changes nothing. Of more than a
	 * hundred the oldest goes. False when there is no such activity.
	 */
	Mono<Boolean> keep(UUID household, UUID activity, boolean keep) {
		return this.activities.published(activity)
			.flatMap(found -> (keep ? this.rows.add(household, activity, MOST) : this.rows.remove(household, activity))
				.thenReturn(true))
			.defaultIfEmpty(false);
	}

	/**
	 * The household's favourites, the newest first.
	 */
	Flux<Activity> of(UUID household) {
		return this.rows.of(household).concatMap(this.activities::published);
	}

	Mono<Void> forget(UUID household) {
		return this.rows.forget(household);
	}

}
