package org.gongyu.load.signin;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What came of a crowd's requests that were sent at once.
 *
 * @param statuses how often each status code was answered, 0 for no answer
 * @param took from the first request to the last answer
 */
record SignIns(Map<Integer, Long> statuses, Duration took) {

	static final int PEOPLE = 200;

	static final SignIns NONE = new SignIns(Map.of(), Duration.ZERO);

	/**
	 * Sends a request for each person, from a thread of its own: the caller is not held
	 * up.
	 */
	static Mono<SignIns> atOnce(IntFunction<Mono<Integer>> request) {
		return Flux.range(1, PEOPLE)
			.flatMap(person -> request.apply(person).onErrorReturn(0), PEOPLE)
			.collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()))
			.elapsed()
			.subscribeOn(Schedulers.boundedElastic())
			.map(timed -> new SignIns(timed.getT2(), Duration.ofMillis(timed.getT1())));
	}

	long answered(int status) {
		return this.statuses.getOrDefault(status, 0L);
	}

	/**
	 * How many were neither let in nor told to come later.
	 */
	long others() {
		return this.statuses.values().stream().mapToLong(Long::longValue).sum() - answered(200) - answered(429);
	}

}
