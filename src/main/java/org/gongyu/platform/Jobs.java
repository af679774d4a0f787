package org.gongyu.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Work that the hub does by itself from time to time, with its last runs for operators to
 * see. Every node runs it: the work must bear being done twice at once. Of runs that
 * found nothing to do only the last one of a row is kept.
 */
@Component
public class Jobs {

	private final JobRows rows;

	private final Detached detached;

	private final RandomSource random;

	private final Clock clock;

	Jobs(JobRows rows, Detached detached, RandomSource random, Clock clock) {
		this.rows = rows;
		this.detached = detached;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Does the work now and then again after each pause, until the hub stops. The work
	 * answers how many things it did.
	 */
	public void every(Duration pause, String job, Supplier<Mono<Long>> work) {
		this.detached.on(job, Flux.interval(Duration.ZERO, pause), () -> run(job, work));
	}

	/**
	 * Does the work once and notes the run.
	 */
	public Mono<Long> run(String job, Supplier<Mono<Long>> work) {
		Instant started = this.clock.instant();
		return Mono.defer(work)
			.flatMap(done -> note(job, started, done, null).thenReturn(done))
			.onErrorResume(error -> note(job, started, 0L, NestedExceptionUtils.getMostSpecificCause(error).toString())
				.then(Mono.error(error)));
	}

	/**
	 * The last runs, the newest first.
	 */
	Mono<List<JobRun>> last() {
		return this.rows.last();
	}

	private Mono<Void> note(String job, Instant started, long done, @Nullable String error) {
		return this.rows.add(this.random.id(), new JobRun(job, started, this.clock.instant(), done, error));
	}

}
