package org.gongyu.activity;

import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.picture.Pictures;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;

/**
 * The pictures that managers give their activities, published or not.
 */
@Component
class ActivityPictures {

	private final Activities activities;

	private final ActivityRows rows;

	private final Pictures pictures;

	private final Slots slots;

	ActivityPictures(Activities activities, ActivityRows rows, Pictures pictures, Slots slots) {
		this.activities = activities;
		this.rows = rows;
		this.pictures = pictures;
		this.slots = slots;
	}

	/**
	 * Gives the activity a picture in the place of the one that it has. A repeat changes
	 * nothing.
	 * @param alt what it shows, in words
	 */
	Mono<Outcome<Activity>> show(SignedIn who, UUID id, Publisher<DataBuffer> file, @Nullable String alt) {
		return this.activities.managed(who, id)
			.flatMap(outcome -> outcome.fold(
					activity -> this.pictures.keep(file)
						.flatMap(kept -> kept.then(hash -> show(activity, new Picture(hash, alt)))),
					refusal -> drained(file).then(Mono.just(Outcome.refused(refusal)))));
	}

	private Mono<Outcome<Activity>> show(Activity activity, Picture picture) {
		return this.rows.show(activity.id(), picture)
			.then(Mono.defer(() -> forget(activity.picture(), picture)))
			.thenMany(this.slots.of(activity.id()).doOnNext(slot -> this.slots.forget(slot.id())))
			.then(Mono.defer(() -> this.rows.find(activity.id())))
			.map(Outcome::done);
	}

	private Mono<Void> forget(@Nullable Picture old, Picture fresh) {
		return (old == null || old.hash().equals(fresh.hash())) ? Mono.empty()
				: this.rows.shows(old.hash())
					.filter(shown -> !shown)
					.flatMap(unused -> this.pictures.forget(old.hash()));
	}

	/** What is discarded further down would be released a second time. */
	private static Mono<Void> drained(Publisher<DataBuffer> file) {
		return Flux.from(file).map(DataBufferUtils::release).then();
	}

}
