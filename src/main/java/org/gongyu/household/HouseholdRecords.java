package org.gongyu.household;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Mono;

/**
 * What a later module keeps of households. Whoever keeps something of them gives it out
 * and forgets it when its household asks.
 */
public interface HouseholdRecords {

	/**
	 * What they are called in an export.
	 */
	String name();

	/**
	 * Whether there is anything of the household.
	 */
	Mono<Boolean> any(UUID household);

	/**
	 * Everything of the household, in words and numbers.
	 */
	Mono<List<Map<String, Object>>> of(UUID household);

	/**
	 * Gives what one guardian made to another, because the first one leaves.
	 */
	Mono<Void> handOver(UUID household, UUID from, UUID to);

	/**
	 * Ends what is still to come and erases everything that leads to the household;
	 * counts stay. May be called again after a failure.
	 */
	Mono<Void> erase(UUID household);

}
