package org.gongyu.admission;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What is asked of who joins a long line, so that machines which join in thousands pay
 * for it. {@link Work} is there when no other bean is: one that asks a captcha service
 * takes its place.
 */
public interface Proof {

	/**
	 * Whether the answer is what the ticket asks for. Does not block; a fault counts as
	 * no answer.
	 * @param ticket the ticket as its holder has it
	 * @param bits how much is asked for; 0 for nothing
	 * @param answer as the holder sent it
	 */
	Mono<Boolean> given(String ticket, int bits, @Nullable String answer);

}
