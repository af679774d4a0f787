package org.gongyu.platform;

import reactor.core.publisher.Mono;

/**
 * Rows with something in them that the {@link Vault} has sealed.
 */
public interface Resealable {

	/**
	 * Seals anew, of what an older key has sealed, at most so many. Answers how many; 0
	 * when all are under the newest key.
	 */
	Mono<Long> reseal(int most);

}
