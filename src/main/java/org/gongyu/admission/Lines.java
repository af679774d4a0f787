package org.gongyu.admission;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongyu.activity.Pool;
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

	/** What was seen so long ago says nothing any more. */
	private static final long STALE = TimeUnit.SECONDS.toNanos(1);

	/** For so long after a question the line is moved on without another one. */
	private static final long ATTENTION = TimeUnit.SECONDS.toNanos(60);

	private static final class Known {

		private final AtomicReference<LineCounts> counts = new AtomicReference<>(LineCounts.NONE);

		private final AtomicReference<@Nullable Mono<Line>> look = new AtomicReference<>();

		private volatile @Nullable Line line;

		private volatile long askedAt;

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
	 * A place at the end of the line, or the household's own while it stands.
	 */
	Mono<LineScripts.Joined> join(UUID slot, UUID household) {
		Known known = known(slot);
		return this.scripts.join(slot, household, known.see(LineCounts.NONE))
			.doOnNext(joined -> known.see(joined.counts()));
	}

	/**
	 * The line, as of a moment ago.
	 * @param number one that was given, which the counters may have lost
	 */
	Mono<Line> of(UUID slot, long number) {
		Known known = known(slot);
		LineCounts counts = known.see(new LineCounts(number, 0, 0));
		long now = System.nanoTime();
		known.askedAt = now;
		Line line = known.line;
		if (line == null || now - line.readAt() >= STALE) {
			return look(slot, known);
		}
		if (now - line.readAt() >= this.properties.look().toNanos()) {
			this.detached.start("line", look(slot, known));
		}
		return Mono.just(new Line(counts, line.seats(), line.readAt()));
	}

	private Known known(UUID slot) {
		return this.lines.get(slot, key -> new Known());
	}

	/** One look at a time, for all who ask meanwhile. */
	private Mono<Line> look(UUID slot, Known known) {
		return Mono.defer(() -> {
			Mono<Line> fresh = this.detached.run(seen(slot, known)).doFinally(end -> known.look.set(null)).cache();
			Mono<Line> other = known.look.compareAndExchange(null, fresh);
			return (other != null) ? other : fresh;
		});
	}

	private Mono<Line> seen(UUID slot, Known known) {
		return this.inventory.availability(slot)
			.map(seats -> new Line.Seats(seats.remaining(Pool.PUBLIC), seats.waiting()))
			.defaultIfEmpty(new Line.Seats(0, false))
			.flatMap(seats -> this.scripts.serve(slot, known.see(LineCounts.NONE), seats)
				.map(counts -> new Line(known.see(counts), seats, System.nanoTime())))
			.doOnNext(line -> known.line = line)
			.flatMap(line -> (line.counts().waiting() > 0) ? goOn(slot, known).thenReturn(line) : Mono.just(line));
	}

	/**
	 * While somebody waits the gate stays shut, and the line moves on also where those
	 * who wait ask seldom.
	 */
	private Mono<Void> goOn(UUID slot, Known known) {
		if (System.nanoTime() - known.askedAt < ATTENTION) {
			this.detached.startAfter(this.properties.look(), "line", () -> again(slot, known));
		}
		return this.inventory.shut(slot, this.properties.gate());
	}

	private Mono<?> again(UUID slot, Known known) {
		Line line = known.line;
		boolean looked = line != null && System.nanoTime() - line.readAt() < this.properties.look().toNanos();
		return looked ? Mono.empty() : look(slot, known);
	}

}
