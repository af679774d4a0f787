package org.gongyu.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.gongyu.activity.SlotCard;
import org.gongyu.activity.Slots;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What to look for instead where nothing was found: the same with one filter less, and
 * only where that finds something.
 */
@Component
class Alternatives {

	private static final int OFFERED = 3;

	/**
	 * A search that finds something.
	 *
	 * @param filter the filter that was given up
	 * @param first what it finds first
	 */
	record Alternative(String filter, Wish wish, SlotCard first) {
	}

	private final Slots slots;

	Alternatives(Slots slots) {
		this.slots = slots;
	}

	Mono<List<Alternative>> of(Wish wish, Instant now, ZoneId zone) {
		return Flux.fromIterable(wish.filters())
			.concatMap(filter -> alternative(filter, wish.without(filter), now, zone))
			.take(OFFERED)
			.collectList();
	}

	private Mono<Alternative> alternative(String filter, Wish relaxed, Instant now, ZoneId zone) {
		return this.slots.first(relaxed.query(now, zone, 1)).map(first -> new Alternative(filter, relaxed, first));
	}

}
