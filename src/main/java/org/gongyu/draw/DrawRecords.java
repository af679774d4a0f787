package org.gongyu.draw;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.household.HouseholdRecords;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What draws keep of a household, to take along and to erase. Tickets of a list that
 * stands stay in it, and are nobody's any more.
 */
@Component
class DrawRecords implements HouseholdRecords {

	private final EntryRows rows;

	DrawRecords(EntryRows rows) {
		this.rows = rows;
	}

	@Override
	public String name() {
		return "draws";
	}

	@Override
	public Mono<Boolean> any(UUID household) {
		return this.rows.of(household).hasElements();
	}

	@Override
	public Mono<List<Map<String, Object>>> of(UUID household) {
		return this.rows.of(household)
			.map(entry -> Map.<String, Object>of("id", entry.tickets(), "slot", entry.slot(), "seats", entry.seats(),
					"adults", entry.adults(), "children", entry.children()))
			.collectList();
	}

	@Override
	public Mono<Void> handOver(UUID household, UUID from, UUID to) {
		return this.rows.handOver(household, from, to);
	}

	@Override
	public Mono<Void> erase(UUID household) {
		return this.rows.forget(household);
	}

}
