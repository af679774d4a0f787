package org.gongyu.rush;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongyu.Hub;
import org.gongyu.account.TestTokens;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * One published slot and many parties.
 */
final class RushScene {

	static final int SEATS = 100;

	static final int PARTIES = Integer.getInteger("gongyu.parties", 2000);

	final UUID slot = UUID.randomUUID();

	private final Hub hub;

	final List<String> tokens;

	private final List<UUID> parties = Stream.generate(UUID::randomUUID).limit(PARTIES).toList();

	/**
	 * Publishes a slot, past the pages and the API, with 100 PUBLIC seats.
	 */
	RushScene(Hub hub) {
		this.hub = hub;
		UUID site = UUID.randomUUID();
		UUID activity = UUID.randomUUID();
		Instant start = Instant.now().plus(30, ChronoUnit.DAYS);
		hub.execute(
				"""
						insert into venue (id, organization_id, site_id, name, name_key, kind, region, booking_mode, zone)
						values ('%1$s', '%1$s', '%1$s', '馆', '%1$s', 'MUSEUM', '云溪区', 'REQUIRED', 'Asia/Shanghai');
						insert into activity (id, venue_id, organization_id, title, category, age_from, age_to, admission, party_limit, state)
						values ('%2$s', '%1$s', '%1$s', '抢票', 'SCIENCE', 6, 12, 'FREE', 5, 'PUBLISHED');
						insert into slot (id, activity_id, starts_at, ends_at, zone, state)
						values ('%3$s', '%2$s', '%4$s', '%5$s', 'Asia/Shanghai', 'PUBLISHED');
						insert into slot_pool (slot_id, pool, capacity, released_at) values ('%3$s', 'PUBLIC', %6$d, 'epoch');
						"""
					.formatted(site, activity, this.slot, start, start.plus(2, ChronoUnit.HOURS), SEATS));
		this.tokens = this.parties.stream().map(party -> TestTokens.guardian(hub, party)).toList();
	}

	static List<Integer> everybody() {
		return IntStream.range(0, PARTIES).boxed().toList();
	}

	Rush rush(Supplier<String> address, Rush.Manners manners) {
		return new Rush(address, this.slot, this.tokens, manners);
	}

	void flushRedis() {
		this.hub.bean(ReactiveStringRedisTemplate.class)
			.getConnectionFactory()
			.getReactiveConnection()
			.serverCommands()
			.flushAll()
			.subscribe();
	}

	/**
	 * What is left when everybody has an answer.
	 */
	History.End end(Hub at) {
		return new LedgerEnd(at::bean, this.slot, SEATS).read(this.parties);
	}

}
