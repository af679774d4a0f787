package org.gongyu.load.limits;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.HdrHistogram.Histogram;

/**
 * How requests were answered: how many with which status, and how long after they were
 * due.
 */
final class Measured {

	private static final long LONGEST = Duration.ofMinutes(5).toNanos();

	private final Histogram latencies = new Histogram(LONGEST, 3);

	private final Histogram lateness = new Histogram(LONGEST, 3);

	private final Map<Integer, Integer> statuses = new TreeMap<>();

	private final long start = System.nanoTime();

	private long end = this.start;

	private int broken;

	void add(int status, long latency) {
		this.latencies.recordValue(Math.min(latency, LONGEST));
		this.statuses.merge(status, 1, Integer::sum);
		this.end = System.nanoTime();
	}

	void late(long nanos) {
		this.lateness.recordValue(Math.min(nanos, LONGEST));
	}

	Measured finished(int connections) {
		this.broken = connections;
		return this;
	}

	/**
	 * Answers a second, whatever they say.
	 */
	double rate() {
		return this.latencies.getTotalCount() / seconds();
	}

	double seconds() {
		return (this.end - this.start) / 1e9;
	}

	long count() {
		return this.latencies.getTotalCount();
	}

	int answered(int status) {
		return this.statuses.getOrDefault(status, 0);
	}

	double millis(double percentile) {
		return this.latencies.getValueAtPercentile(percentile) / 1e6;
	}

	/**
	 * How late requests were sent, in milliseconds at the 99th percentile: in an open
	 * model part of their latency, and void if it is the generator's own doing.
	 */
	double lateMillis() {
		return this.lateness.getValueAtPercentile(99) / 1e6;
	}

	Map<Integer, Integer> statuses() {
		return this.statuses;
	}

	/**
	 * Throws unless every answer had this status.
	 */
	Measured only(int status) {
		if (answered(status) != count() || this.broken > 0) {
			throw new IllegalStateException("Expected " + status + " only, got " + this.statuses + ", " + this.broken
					+ " connections were broken");
		}
		return this;
	}

}
