package org.gongyu.inventory;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.gongyu.activity.Pool;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Detached;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells search about how many PUBLIC seats are left, at most once a second for each slot.
 * A hint that is lost is told with the next change.
 */
@Component
class SeatHints {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final int AT_ONCE = 8;

	private final Set<UUID> changed = ConcurrentHashMap.newKeySet();

	private final Watchers watchers;

	private final Slots slots;

	private final Detached detached;

	SeatHints(Watchers watchers, Slots slots, Detached detached) {
		this.watchers = watchers;
		this.slots = slots;
		this.detached = detached;
	}

	void changed(UUID slot) {
		this.changed.add(slot);
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.detached.on("seat hints", Flux.interval(PAUSE), this::tell);
	}

	private Mono<Void> tell() {
		List<UUID> due = List.copyOf(this.changed);
		due.forEach(this.changed::remove);
		return Flux.fromIterable(due).flatMap(this::tell, AT_ONCE).then();
	}

	private Mono<Void> tell(UUID slot) {
		return this.watchers.look(slot)
			.flatMap(count -> this.slots.noteSeatsLeft(slot, count.remaining(Pool.PUBLIC)))
			.onErrorComplete();
	}

}
