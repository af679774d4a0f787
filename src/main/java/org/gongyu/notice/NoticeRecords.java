package org.gongyu.notice;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.household.HouseholdRecords;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The inbox of a household, to take along and to erase.
 */
@Component
class NoticeRecords implements HouseholdRecords {

	private static final int MOST = 10_000;

	private final NoticeRows rows;

	NoticeRecords(NoticeRows rows) {
		this.rows = rows;
	}

	@Override
	public String name() {
		return "notices";
	}

	/** What a household was told keeps nobody from joining another one. */
	@Override
	public Mono<Boolean> any(UUID household) {
		return Mono.just(false);
	}

	@Override
	public Mono<List<Map<String, Object>>> of(UUID household) {
		return this.rows.ofHousehold(household, null, MOST)
			.map(notice -> Map.<String, Object>of("startsAt", notice.createdAt(), "state", notice.kind(), "seats",
					notice.seats(), "subject", notice.subject()))
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
