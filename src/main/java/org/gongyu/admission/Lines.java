package org.gongyu.admission;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongyu.activity.Pool;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.Detached;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The lines as this node knows them. While people ask, a line is looked at, and moved on,
 * some times a second; what they are told comes from memory. Nobody's line stands still
 * because a node is gone, for each of them moves it on, and all of them together no
 * faster than one.
 */
@Component
class Lines {

	private static final class Known {

		private final AtomicReference<LineCounts> counts = new AtomicReference<>(LineCounts.NONE);

		private final AtomicLong lookedAt = new AtomicLong(Long.MIN_VALUE);

		private volatile @Nullable Line line;

		LineCounts see(LineCounts seen) {
			return this.counts.accumulateAndGet(seen, LineCounts::and);
		}

	}

	private final Cache<UUID, Known> lines;

	private final LineScripts scripts;

	private final SeatInventory inventory;

	private final Detached detached;

	private final AdmissionProperties properties;

	Lines(LineScripts scripts, SeatInventory inventory, Detached detached, AdmissionProperties properties) {
		this.scripts = scripts;
		this.inventory = inventory;
		this.detached = detached;
		this.properties = properties;
		this.lines = Caffeine.newBuilder()
			.maximumSize(properties.lines())
			.expireAfterAccess(properties.remembered())
			.executor(Runnable::run)
			.build();
	}

	/**
	 * A place at the end of the line, or the account's own while it stands.
	 */
	Mono<LineScripts.Joined> join(UUID slot, UUID account) {
		Known known = known(slot);
		return this.scripts.join(slot, account, known.see(LineCounts.NONE))
			.doOnNext(joined -> known.see(joined.counts()));
	}

	/**
	 * The line, as of a moment ago.
	 * @param number one that was given, which the counters may have lost
	 */
	Mono<Line> of(UUID slot, long number) {
		Known known = known(slot);
		LineCounts counts = known.see(new LineCounts(number, 0, 0));
		Line line = known.line;
		if (line == null) {
			return this.detached.run(look(slot, known));
		}
		if (isDue(known)) {
			this.detached.start("line", look(slot, known));
		}
		return Mono.just(new Line(counts, line.seats()));
	}

	private Known known(UUID slot) {
		return this.lines.get(slot, key -> new Known());
	}

	private boolean isDue(Known known) {
		long now = System.nanoTime();
		long before = known.lookedAt.get();
		return now - before >= this.properties.look().toNanos() && known.lookedAt.compareAndSet(before, now);
	}

	private Mono<Line> look(UUID slot, Known known) {
		return Mono.defer(() -> {
			known.lookedAt.set(System.nanoTime());
			return this.inventory.availability(slot)
				.map(Lines::seats)
				.defaultIfEmpty(0)
				.flatMap(seats -> serve(slot, known, seats));
		});
	}

	/** The gate stays shut while somebody waits. */
	private Mono<Line> serve(UUID slot, Known known, int seats) {
		return this.scripts.serve(slot, known.see(LineCounts.NONE), seats).flatMap(counts -> {
			Line line = new Line(known.see(counts), seats);
			known.line = line;
			return (counts.waiting() > 0) ? this.inventory.shut(slot, this.properties.gate()).thenReturn(line)
					: Mono.just(line);
		});
	}

	/** Freed seats go to who waits for an offer, if anybody does. */
	private static int seats(Availability seats) {
		return seats.waiting() ? 0 : seats.remaining(Pool.PUBLIC);
	}

}
