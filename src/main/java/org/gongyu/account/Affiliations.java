package org.gongyu.account;

import java.util.UUID;

import reactor.core.publisher.Flux;

/**
 * Tells for whom an account may act.
 */
public interface Affiliations {

	/**
	 * All organizations of an account, the oldest membership first.
	 */
	Flux<Affiliation> of(UUID account);

}
