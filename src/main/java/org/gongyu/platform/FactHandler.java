package org.gongyu.platform;

import reactor.core.publisher.Mono;

/**
 * Reacts to facts of one type. Delivery is at least once, so a handler is idempotent.
 *
 * @param <F> the fact
 */
public interface FactHandler<F extends Fact> {

	/**
	 * The stable name of this handler; deliveries are kept under it.
	 */
	String name();

	/**
	 * The type of fact that it reacts to.
	 */
	Class<F> type();

	/**
	 * Reacts. An error has the fact delivered again later, up to the configured number of
	 * attempts.
	 */
	Mono<Void> on(F fact);

}
