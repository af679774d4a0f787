package org.gongyu.load.signin;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads of the catalogue at a constant rate, whether or not earlier ones were answered: a
 * slow answer delays none of the next ones, and what a read waits to be sent counts.
 */
final class SteadyReads {

	private static final Duration ARRIVAL = Duration.ofSeconds(1);

	/**
	 * What came of the reads.
	 *
	 * @param latencies of those answered 200, in nanoseconds from the scheduled time
	 * @param later the same without the first second, in which a crowd arrives
	 * @param failures how many others there were
	 */
	record Result(Histogram latencies, Histogram later, LongAdder failures) {

		private void add(long latency, boolean late) {
			this.latencies.recordValue(latency);
			if (late) {
				this.later.recordValue(latency);
			}
		}

		long answered() {
			return this.latencies.getTotalCount();
		}

		long failed() {
			return this.failures.sum();
		}

		double millis(double percentile) {
			return this.latencies.getValueAtPercentile(percentile) / 1e6;
		}

		double laterMillis(double percentile) {
			return this.later.getValueAtPercentile(percentile) / 1e6;
		}

	}

	private final HubClient client;

	private final Duration period;

	SteadyReads(HubClient client, int perSecond) {
		this.client = client;
		this.period = Duration.ofSeconds(1).dividedBy(perSecond);
	}

	/**
	 * Reads until the signal comes, then waits for the last answers.
	 */
	Mono<Result> until(Publisher<?> end) {
		return Mono.defer(() -> {
			Result result = new Result(histogram(), histogram(), new LongAdder());
			long arrived = System.nanoTime() + ARRIVAL.toNanos();
			return schedule().takeUntilOther(end)
				.flatMap(scheduled -> read(scheduled, arrived, result), Integer.MAX_VALUE)
				.then(Mono.just(result));
		});
	}

	/**
	 * The times of the reads, each when it has come. They begin once this is subscribed
	 * to, so that nothing that is subscribed to before it counts as latency.
	 */
	private Flux<Long> schedule() {
		return Flux.defer(() -> {
			long start = System.nanoTime();
			return Flux.interval(Duration.ZERO, this.period).map(tick -> start + tick * this.period.toNanos());
		});
	}

	private Mono<Integer> read(long scheduled, long arrived, Result result) {
		return this.client.readVenues().onErrorReturn(0).doOnNext(status -> {
			if (status == 200) {
				result.add(System.nanoTime() - scheduled, scheduled > arrived);
			}
			else {
				result.failures.increment();
			}
		});
	}

	private static Histogram histogram() {
		return new ConcurrentHistogram(Duration.ofMinutes(2).toNanos(), 3);
	}

}
