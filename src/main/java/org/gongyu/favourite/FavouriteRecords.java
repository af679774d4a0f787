package org.gongyu.favourite;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.household.HouseholdRecords;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A household's favourites, to take along and to erase.
 */
@Component
class FavouriteRecords implements HouseholdRecords {

	private final Favourites favourites;

	FavouriteRecords(Favourites favourites) {
		this.favourites = favourites;
	}

	@Override
	public String name() {
		return "favourites";
	}

	@Override
	public Mono<Boolean> any(UUID household) {
		return this.favourites.of(household).hasElements();
	}

	@Override
	public Mono<List<Map<String, Object>>> of(UUID household) {
		return this.favourites.of(household)
			.map(each -> Map.<String, Object>of("activity", each.id(), "title", each.title()))
			.collectList();
	}

	/** They are the household's, not one guardian's. */
	@Override
	public Mono<Void> handOver(UUID household, UUID from, UUID to) {
		return Mono.empty();
	}

	@Override
	public Mono<Void> erase(UUID household) {
		return this.favourites.forget(household);
	}

}
