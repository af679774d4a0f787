package org.gongyu.overload;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests may be under way at once. The number follows how long they take: what
 * waits for Redis or the database waits in a queue there, and a queue gets no shorter by
 * letting more in. It shrinks by a fifth while they take longer than they should and
 * grows by a tenth while they do not (additive increase, multiplicative decrease, as in
 * Chiu and Jain, 1989, with the increase in proportion).
 */
class Room {

	private static final long SPAN = TimeUnit.MILLISECONDS.toNanos(100);

	private final int least;

	private final int most;

	private final long target;

	private volatile int limit;

	private final AtomicInteger underWay = new AtomicInteger();

	private final AtomicLong ended = new AtomicLong();

	private final AtomicLong nanos = new AtomicLong();

	private final AtomicLong since = new AtomicLong(System.nanoTime());

	/**
	 * @param target how long requests should take on average, in nanoseconds
	 */
	Room(int least, int most, long target) {
		this.least = least;
		this.most = most;
		this.limit = most;
		this.target = target;
	}

	/**
	 * Whether a request of this urgency finds a place: confirms may take all of them,
	 * holds four fifths, others half.
	 */
	boolean has(Urgency urgency) {
		int others = this.underWay.get();
		return switch (urgency) {
			case ALWAYS -> true;
			case CONFIRM -> others < this.limit;
			case HOLD -> others < this.limit / 5 * 4;
			case BROWSE -> others < this.limit / 2;
		};
	}

	void enter() {
		this.underWay.incrementAndGet();
	}

	/**
	 * @param telling whether the time that it took says how busy it is
	 */
	void leave(long took, boolean telling) {
		this.underWay.decrementAndGet();
		if (telling) {
			this.ended.incrementAndGet();
			this.nanos.addAndGet(took);
		}
		long now = System.nanoTime();
		long start = this.since.get();
		if (now - start >= SPAN && this.since.compareAndSet(start, now)) {
			adapt();
		}
	}

	private void adapt() {
		long count = this.ended.getAndSet(0);
		long average = this.nanos.getAndSet(0) / Math.max(1, count);
		int before = this.limit;
		this.limit = (average > this.target) ? Math.max(this.least, Math.min(before, this.underWay.get()) * 4 / 5)
				: Math.min(this.most, before + before / 10 + 1);
	}

}
