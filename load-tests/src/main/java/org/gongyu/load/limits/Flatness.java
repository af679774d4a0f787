package org.gongyu.load.limits;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * What a booking costs when there are few, and when there are a million. Empties the
 * ledger, so it comes last.
 */
final class Flatness {

	private static final String WAL = "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')";

	private static final String BUFFERS = "select sum(blks_hit + blks_read) from pg_stat_database";

	private static final int FEW = 1000;

	private static final int MANY = 1_000_000;

	private static final int ROUNDS = 3;

	private static final int AT_ONCE = 256;

	private final World world;

	private final Figures figures;

	private final Duration phase;

	Flatness(World world, Figures figures, Duration phase) {
		this.world = world;
		this.figures = figures;
		this.phase = phase.dividedBy(2);
	}

	void measure() throws SQLException, IOException {
		this.world.services.execute("truncate booking, participant, seat_claim, outbox cascade");
		grow(FEW);
		rounds("10^3");
		grow(MANY);
		rounds("10^6");
		for (String figure : new String[] { "nanoseconds", "CPU", "WAL", "buffers" }) {
			System.out.printf("a booking at 10^6, %s: %.2f of one at 10^3%n", figure,
					this.figures.ratio(name("10^6", figure), name("10^3", figure)).median());
		}
	}

	private void rounds(String stored) throws SQLException, IOException {
		for (int i = 0; i < ROUNDS; i++) {
			round(stored);
			this.world.scene.calm();
		}
	}

	private void round(String stored) throws SQLException, IOException {
		String slot = this.world.scene.hot();
		this.world.node.confirm(slot, this.phase.dividedBy(2), AT_ONCE);
		String hot = this.world.scene.hot();
		double wal = number(WAL);
		double buffers = number(BUFFERS);
		Map<String, Duration> before = this.world.cpu.now();
		double rate = this.world.node.confirm(hot, this.phase, AT_ONCE);
		double booked = number("select booked from pool_seats where slot_id = '%s'".formatted(hot));
		double cpu = this.world.cpu.microsEach(before, (long) booked).get("PostgreSQL");
		this.figures.add(name(stored, "nanoseconds"), 1e9 / rate);
		this.figures.add(name(stored, "CPU"), cpu);
		this.figures.add(name(stored, "WAL"), (number(WAL) - wal) / booked);
		this.figures.add(name(stored, "buffers"), (number(BUFFERS) - buffers) / booked);
		System.out.printf("booking at %s: %.0f ns, %.0f µs of PostgreSQL%n", stored, 1e9 / rate, cpu);
	}

	private static String name(String stored, String figure) {
		return "booking at " + stored + ", " + figure;
	}

	private double number(String sql) throws SQLException {
		return Double.parseDouble(this.world.services.query(sql));
	}

	/** Spread over the slots of everyday traffic, with times of two years. */
	private void grow(int bookings) throws SQLException {
		this.world.services.execute(
				"""
						create temporary table grown as
						select n, gen_random_uuid() as id, gen_random_uuid() as hold, gen_random_uuid() as household, s.slot_id
						  from generate_series(1, %d) n
						  join (select slot_id, row_number() over () - 1 as at, count(*) over () as many from slot_seats) s
						    on s.at = n %% s.many;
						insert into booking (id, hold_id, slot_id, organization_id, account_id, household_id, party, pool, seats, adults, state, starts_at, created_at)
						select id, hold, slot_id, slot_id, household, household, household, 'PUBLIC', 1, 1, 'CONFIRMED',
						       now() + random() * interval '700 days', now() - random() * interval '30 days' from grown;
						insert into seat_claim (hold_id, slot_id, pool, party, seats, version, state, written_at)
						select hold, slot_id, 'PUBLIC', household, 1, n, 'BOOKED', now() from grown"""
					.formatted(MANY),
				"drop table if exists grown", "vacuum analyze booking", "vacuum analyze seat_claim", "checkpoint");
	}

}
