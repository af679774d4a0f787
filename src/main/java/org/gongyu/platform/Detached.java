package org.gongyu.platform;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * The only place that subscribes. Work that must run to its end whatever its caller does
 * (a hold, a confirm) and work that nobody waits for (polling, settling late) is started
 * here, and its errors are owned here.
 */
@Component
public class Detached implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Detached.class);

	private volatile boolean running;

	private final Set<Disposable> loops = ConcurrentHashMap.newKeySet();

	/**
	 * Starts the work when the result is subscribed to. A caller that goes away cancels
	 * only its waiting, never a statement in flight.
	 */
	public <T> Mono<T> run(Mono<T> work) {
		return Mono.defer(() -> {
			Sinks.One<T> result = Sinks.one();
			work.subscribe(result::tryEmitValue, result::tryEmitError, result::tryEmitEmpty);
			return result.asMono();
		});
	}

	/**
	 * Starts work that nobody waits for. Its error is logged.
	 */
	public void start(String name, Mono<?> work) {
		work.subscribe(ignored -> {
		}, error -> log.warn("{} failed: {}", name, NestedExceptionUtils.getMostSpecificCause(error).toString()));
	}

	/**
	 * Starts work that nobody waits for after a delay; disposing it before then cancels
	 * it.
	 */
	public Disposable startAfter(Duration delay, String name, Supplier<Mono<?>> work) {
		return Schedulers.parallel()
			.schedule(() -> start(name, Mono.defer(work)), delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Does the work once for each signal until the hub stops. Signals that come while it
	 * is under way are taken as one; an error ends one round, never the loop.
	 */
	public void on(String name, Flux<?> signals, Supplier<Mono<?>> work) {
		this.loops.add(signals.onBackpressureLatest()
			.concatMap(signal -> Mono.defer(work)
				.doOnError(error -> log.warn("{} failed: {}", name,
						NestedExceptionUtils.getMostSpecificCause(error).toString()))
				.onErrorComplete(), 0)
			.subscribe());
	}

	/**
	 * Does the works as they come, so many at once, until the hub stops. An error ends
	 * one work, never the others.
	 */
	public void each(String name, Flux<Mono<Void>> works, int atOnce) {
		this.loops.add(
				works
					.flatMap(work -> work.doOnError(error -> log.warn("{} failed: {}", name, error.toString()))
						.onErrorComplete(), atOnce)
					.subscribe());
	}

	@Override
	public void start() {
		this.running = true;
	}

	/**
	 * Ends the loops before anything that they use is closed.
	 */
	@Override
	public void stop() {
		this.running = false;
		this.loops.forEach(Disposable::dispose);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
