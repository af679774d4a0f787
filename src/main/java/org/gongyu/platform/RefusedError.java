package org.gongyu.platform;

import reactor.core.publisher.Mono;

/**
 * Carries a refusal over the last step, from a controller to the one place that answers
 * it. Nothing below a controller throws or catches it.
 */
public final class RefusedError extends RuntimeException {

	private final transient Refusal refusal;

	private RefusedError(Refusal refusal) {
		super(refusal.code(), null, false, false);
		this.refusal = refusal;
	}

	/**
	 * For controllers: the value of a success, or an error that {@link ProblemHandler}
	 * answers with the refusal.
	 */
	public static <T> Mono<T> unless(Outcome<T> outcome) {
		return outcome.fold(Mono::just, refusal -> Mono.error(new RefusedError(refusal)));
	}

	public static RefusedError of(Refusal refusal) {
		return new RefusedError(refusal);
	}

	public Refusal refusal() {
		return this.refusal;
	}

}
