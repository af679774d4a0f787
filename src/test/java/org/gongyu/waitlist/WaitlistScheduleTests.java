package org.gongyu.waitlist;

import java.time.Duration;
import java.util.Random;

import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random schedules of many who wait at once: nobody is overtaken but by a smaller party
 * and with the skip on record, no seat is idle while somebody fits, nothing is kept for
 * who left, and the ledger adds up. A failing seed is printed; run it alone with
 * {@code -Dgongyu.seed=N}, more of them with {@code -Dgongyu.seeds=N}.
 */
class WaitlistScheduleTests {

	private static final int SEEDS = Integer.getInteger("gongyu.seeds", 200);

	private static final int STEPS = 12;

	/** Who stood before whom when an offer was made, as far as it can still be told. */
	private static final String OVERTAKEN = """
			select q.place, q.seats, q.skips,
			       (select count(*) from seat_offer o join waiting_party p on p.id = o.waiting_id
			         where o.slot_id = s.slot_id and p.place > q.place and o.made_at < coalesce(mine.made_at, now())
			           and o.made_at > q.joined_at) as overtakes,
			       (select count(*) from seat_offer o join waiting_party p on p.id = o.waiting_id
			         where o.slot_id = s.slot_id and p.place > q.place and o.made_at < coalesce(mine.made_at, now())
			           and o.made_at > q.joined_at and p.seats >= q.seats) as unfair
			  from waiting_party q join waiting_slot s on s.waiting_id = q.id
			  left join seat_offer mine on mine.waiting_id = q.id
			 where s.slot_id = '%s' and (q.state = 'WAITING' or mine.id is not null)""";

	private static final String BROKEN = """
			select string_agg(what, '; ') from (
			  select 'unfair ' || place from (%1$s) t where unfair > 0
			  union all select 'skips of ' || place || ' are ' || skips || ', not ' || overtakes from (%1$s) t where skips <> overtakes
			  union all select 'offered after leaving' from waiting_party w join seat_offer o on o.waiting_id = w.id
			   where o.slot_id = '%2$s' and (w.state = 'OFFERED') <> (o.state = 'OPEN')
			  union all select 'kept ' || kept || ' for offers of ' || open from (
			    select kept, (select coalesce(sum(seats), 0) from seat_offer where slot_id = '%2$s' and state = 'OPEN') as open
			      from pool_seats where slot_id = '%2$s' and pool = 'PUBLIC') k where kept <> open
			  union all select 'offered twice' from seat_offer where slot_id = '%2$s' group by waiting_id having count(*) > 1
			) wrong(what)""";

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.waitlist.look=200ms");
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void everybodyIsServedInTurn() {
		Long only = Long.getLong("gongyu.seed");
		long first = (only != null) ? only : System.nanoTime() % 1_000_000_000L;
		long count = (only != null) ? 1 : SEEDS;
		for (long seed = first; seed < first + count; seed++) {
			run(seed);
		}
	}

	private static void run(long seed) {
		Random random = new Random(seed);
		int capacity = 2 + random.nextInt(5);
		WaitlistScene scene = new WaitlistScene(hub, stage.slot(6000, capacity), capacity, random);
		for (int seats = 0; seats < capacity; seats++) {
			scene.hold(1).block();
		}
		for (int step = 0; step < STEPS; step++) {
			scene.act();
			if (step % 4 == 3) {
				// what two look at at once may be wrong until the next look
				await("seed " + seed + ": " + scene.trace).atMost(Duration.ofSeconds(3))
					.pollDelay(Duration.ZERO)
					.pollInterval(Duration.ofMillis(50))
					.until(() -> scene.wrong(), is(nullValue()));
			}
		}
		String broken = hub.query(BROKEN.formatted(OVERTAKEN.formatted(scene.slot), scene.slot));
		assertThat(broken).as("seed %d: %s", seed, scene.trace).isNull();
	}

}
