package org.gongyu.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongyu.activity.Pool;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads the ledger's own numbers: for counts while Redis is out of reach, and for
 * comparing the image with the truth. Live holds are not in it.
 */
@Component
class LedgerCount {

	private final SeatRows rows;

	private final JsonMapper json;

	private final Clock clock;

	LedgerCount(SeatRows rows, JsonMapper json, Clock clock) {
		this.rows = rows;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Empty for an unknown slot.
	 */
	Mono<Availability> count(UUID slot) {
		return this.rows.load(slot, Long.MAX_VALUE).map(numbers -> read(slot, this.json.readTree(numbers)));
	}

	private Availability read(UUID slot, JsonNode numbers) {
		List<Availability.PoolSeats> pools = new ArrayList<>();
		for (JsonNode pool : numbers.path("pools")) {
			pools.add(new Availability.PoolSeats(Pool.valueOf(pool.get(0).asString()), pool.get(1).asInt(),
					pool.get(2).asInt(), pool.get(3).asInt(), 0, Instant.ofEpochMilli(pool.get(5).asLong()),
					pool.get(4).asBoolean()));
		}
		return new Availability(slot, 0, numbers.path("version").asLong(), this.clock.instant(),
				numbers.path("waiting").asBoolean(), pools);
	}

}
