package org.gongyu.admission;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Notices on this node that more come for a slot than it can serve: not by a burst, which
 * is over before a line would help anybody, but by a queue that stands. It does while
 * even the quickest of the slot's holds takes long (the measure of CoDel, RFC 8289 §3),
 * which says the same on a small machine and on a large one.
 */
@Component
class Pressure {

	private static final long NO_QUEUE = Long.MIN_VALUE;

	private static final class Queue {

		private final AtomicInteger underWay = new AtomicInteger();

		private final AtomicLong since = new AtomicLong(NO_QUEUE);

	}

	private final Cache<UUID, Queue> queues;

	private final int least;

	private final long delay;

	private final long standing;

	Pressure(AdmissionProperties properties) {
		this.least = properties.underWay();
		this.delay = properties.delay().toNanos();
		this.standing = properties.standing().toNanos();
		this.queues = Caffeine.newBuilder()
			.maximumSize(properties.lines())
			.expireAfterAccess(Duration.ofMinutes(1))
			.executor(Runnable::run)
			.build();
	}

	/**
	 * Does the work, counted.
	 * @param stands called, once in the time that a queue has to stand, when it does
	 */
	<T> Mono<T> counted(UUID slot, Mono<T> work, Runnable stands) {
		return Mono.defer(() -> {
			Queue queue = this.queues.get(slot, key -> new Queue());
			queue.underWay.incrementAndGet();
			long since = System.nanoTime();
			return work.doFinally(end -> {
				if (left(queue, System.nanoTime() - since)) {
					stands.run();
				}
			});
		});
	}

	private boolean left(Queue queue, long took) {
		boolean quick = took < this.delay;
		if (queue.underWay.getAndDecrement() <= this.least || quick) {
			queue.since.set(NO_QUEUE);
			return false;
		}
		long now = System.nanoTime();
		queue.since.compareAndSet(NO_QUEUE, now);
		long since = queue.since.get();
		return since != NO_QUEUE && now - since >= this.standing && queue.since.compareAndSet(since, now);
	}

}
