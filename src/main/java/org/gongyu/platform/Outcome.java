package org.gongyu.platform;

import java.util.function.Function;

import reactor.core.publisher.Mono;

/**
 * What an operation came to: done with a value, or refused for an expected reason. Faults
 * stay exceptions.
 *
 * @param <T> the value of a success
 */
public sealed interface Outcome<T> {

	/**
	 * The operation was done.
	 */
	record Done<T>(T value) implements Outcome<T> {
	}

	/**
	 * The operation was refused and changed nothing.
	 */
	record Refused<T>(Refusal refusal) implements Outcome<T> {
	}

	static <T> Outcome<T> done(T value) {
		return new Done<>(value);
	}

	static <T> Outcome<T> refused(Refusal refusal) {
		return new Refused<>(refusal);
	}

	/**
	 * Turns either side into one type.
	 */
	default <R> R fold(Function<? super T, ? extends R> done, Function<? super Refusal, ? extends R> refused) {
		if (this instanceof Refused<T> no) {
			return refused.apply(no.refusal());
		}
		return done.apply(((Done<T>) this).value());
	}

	/**
	 * Maps the value of a success; a refusal stays.
	 */
	default <R> Outcome<R> map(Function<? super T, ? extends R> mapper) {
		return fold(value -> done(mapper.apply(value)), Outcome::refused);
	}

	/**
	 * Goes on with a further step after a success; a refusal stays and the step is never
	 * assembled.
	 */
	default <R> Mono<Outcome<R>> then(Function<? super T, Mono<Outcome<R>>> step) {
		return fold(step, refusal -> Mono.just(refused(refusal)));
	}

}
