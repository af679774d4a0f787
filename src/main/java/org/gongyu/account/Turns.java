package org.gongyu.account;

import java.util.concurrent.ArrayBlockingQueue;

import org.gongyu.platform.Detached;
import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.stereotype.Component;

/**
 * Takes sign-ins in turn: as many at once as passwords are hashed at once, in the order
 * in which they came. Who waits costs nothing but a place in the queue: without turns a
 * school's morning would fill the database's connections with look-ups whose hashing is
 * seconds away, and everybody's reading would stand behind them.
 */
@Component
class Turns {

	private final Sinks.Many<Mono<Void>> queue;

	Turns(AccountProperties properties, Detached detached) {
		AccountProperties.Hashing hashing = properties.hashing();
		this.queue = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(hashing.queue()));
		detached.each("sign-in", this.queue.asFlux(), hashing.threadsOrCores());
	}

	/**
	 * Does the work when its turn comes, whatever becomes of its caller. Refused when the
	 * queue is full.
	 */
	<T> Mono<Outcome<T>> take(Mono<Outcome<T>> work) {
		return Mono.defer(() -> {
			Sinks.One<Outcome<T>> result = Sinks.one();
			Mono<Void> turn = work.doOnNext(result::tryEmitValue)
				.doOnError(result::tryEmitError)
				.then()
				.onErrorComplete();
			return queued(turn) ? result.asMono() : Mono.just(Outcome.refused(AccountRefusal.BUSY));
		});
	}

	/** The sink takes one at a time, and requests come from all event loops. */
	private synchronized boolean queued(Mono<Void> turn) {
		return this.queue.tryEmitNext(turn).isSuccess();
	}

}
