package org.gongyu.waitlist;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.household.HouseholdRecords;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What the waitlist keeps of a household, to take along and to erase.
 */
@Component
class WaitingRecords implements HouseholdRecords {

	private final WaitlistRows rows;

	private final Waitlist waitlist;

	WaitingRecords(WaitlistRows rows, Waitlist waitlist) {
		this.rows = rows;
		this.waitlist = waitlist;
	}

	@Override
	public String name() {
		return "waitlist";
	}

	@Override
	public Mono<Boolean> any(UUID household) {
		return this.rows.all(household).hasElements();
	}

	@Override
	public Mono<List<Map<String, Object>>> of(UUID household) {
		return this.rows.all(household)
			.map(party -> Map.<String, Object>of("id", party.id(), "activity", party.activity(), "startsAt",
					party.joinedAt(), "seats", party.seats(), "state", party.state(), "children", party.children()))
			.collectList();
	}

	@Override
	public Mono<Void> handOver(UUID household, UUID from, UUID to) {
		return this.rows.handOver(household, from, to);
	}

	/**
	 * Gives back what is kept for the household first.
	 */
	@Override
	public Mono<Void> erase(UUID household) {
		return this.rows.ofHousehold(household)
			.collectList()
			.flatMapIterable(all -> all)
			.concatMap(this.waitlist::leave)
			.then(Mono.defer(() -> this.rows.forget(household)));
	}

}
