package org.gongyu.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * The limits of {@link Limits}, counted on this node alone and without I/O: what a limit
 * shields is shielded from most of what comes too fast, even while Redis is out of reach.
 */
@Component
public class LocalLimits {

	private record Counted(String name, Object who) {
	}

	private static final int MOST_COUNTED = 100_000;

	private final Map<String, Limits.Limit> limits;

	/** When each would be empty, in ms (GCRA). */
	private final Cache<Counted, AtomicLong> empties;

	private final Clock clock;

	LocalLimits(HubProperties properties, Clock clock) {
		this.limits = properties.limits();
		this.clock = clock;
		this.empties = Caffeine.newBuilder()
			.maximumSize(MOST_COUNTED)
			.expireAfterAccess(this.limits.values()
				.stream()
				.filter(Limits.Limit::local)
				.map(Limits.Limit::period)
				.reduce(Duration.ofMinutes(1), LocalLimits::max))
			.executor(Runnable::run)
			.build();
	}

	/**
	 * Counts one act.
	 * @param name the limit; one that is not configured limits nothing
	 * @return true, or the refusal that says how long to wait
	 */
	public Outcome<Boolean> count(String name, Object who) {
		Limits.Limit limit = this.limits.get(name);
		if (limit == null) {
			return Outcome.done(true);
		}
		long now = this.clock.millis();
		long full = now + limit.each() * limit.acts();
		AtomicLong empty = this.empties.get(new Counted(name, who), key -> new AtomicLong());
		long before = empty.getAndUpdate(at -> (next(at, now, limit) <= full) ? next(at, now, limit) : at);
		long wait = next(before, now, limit) - full;
		return (wait > 0) ? Outcome.refused(new TooFast((int) (wait / 1000) + 1)) : Outcome.done(true);
	}

	private static long next(long empty, long now, Limits.Limit limit) {
		return Math.max(empty, now) + limit.each();
	}

	private static Duration max(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
