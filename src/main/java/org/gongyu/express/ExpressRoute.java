package org.gongyu.express;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A POST with a JSON body that creates something. Its controller answers it, too: the
 * lane is a shorter way to the same answer.
 *
 * @param <T> the body
 * @param <R> what was created
 */
public interface ExpressRoute<T, R> {

	/**
	 * The whole path, without variables.
	 */
	String path();

	Class<T> body();

	/**
	 * The answer to a valid body from somebody whom the door lets in. Does not block.
	 * @param key the {@code Idempotency-Key}
	 * @return what was created (201), or the refusal; an error is a fault
	 */
	Mono<Outcome<R>> answer(SignedIn who, @Nullable String key, T request);

}
