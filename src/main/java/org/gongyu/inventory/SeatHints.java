package org.gongyu.inventory;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongyu.activity.Pool;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Detached;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells search about how many PUBLIC seats are left, at most once a second for each slot
 * and for a bounded number of slots a second, whoever has waited longest first. A hint
 * that is lost is told with the next change.
 */
@Component
class SeatHints {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final int AT_ONCE = 8;

	private final Set<UUID> changed = new LinkedHashSet<>();

	private final Watchers watchers;

	private final Slots slots;

	private final Detached detached;

	private final int most;

	SeatHints(Watchers watchers, Slots slots, Detached detached, InventoryProperties properties) {
		this.watchers = watchers;
		this.slots = slots;
		this.detached = detached;
		this.most = properties.hints();
	}

	void changed(UUID slot) {
		synchronized (this.changed) {
			this.changed.add(slot);
		}
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.detached.on("seat hints", Flux.interval(PAUSE), this::tell);
	}

	private Mono<Void> tell() {
		return Flux.fromIterable(due())
			.flatMap(this::count, AT_ONCE)
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.filter(counts -> !counts.isEmpty())
			.flatMap(this.slots::noteSeatsLeft);
	}

	private Collection<UUID> due() {
		synchronized (this.changed) {
			List<UUID> due = this.changed.stream().limit(this.most).toList();
			due.forEach(this.changed::remove);
			return due;
		}
	}

	private Mono<Map.Entry<UUID, Integer>> count(UUID slot) {
		return this.watchers.look(slot).map(count -> Map.entry(slot, count.remaining(Pool.PUBLIC))).onErrorComplete();
	}

}
