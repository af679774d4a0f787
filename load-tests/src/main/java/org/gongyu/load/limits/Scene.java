package org.gongyu.load.limits;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongyu.load.Services;

/**
 * What is published in the hub that is measured: slots for everyday traffic, and hot ones
 * as they are needed, all in the seat ledger already. Written past the API, which would
 * take longer than the measuring.
 */
final class Scene {

	private static final String DEADLOCK = "40P01";

	private static final int PLENTY = 100_000_000;

	private static final String VENUE = "00000000-0000-4000-8000-000000000001";

	private final Services services;

	private final List<String> slots;

	Scene(Services services, int slots) throws SQLException {
		this.services = services;
		services.execute(
				"""
						insert into venue (id, organization_id, site_id, name, name_key, kind, region, booking_mode, zone)
						values ('%1$s', '%1$s', '%1$s', 'Museum', 'museum', 'MUSEUM', '云溪区', 'REQUIRED', 'Asia/Shanghai');
						create table plain_slot (id uuid primary key, seats int not null check (seats >= 0));
						create table plain_booking (id uuid primary key, slot_id uuid not null, household_id uuid not null, seats int not null,
						  created_at timestamptz not null default clock_timestamp());
						create index plain_booking_household on plain_booking (household_id);
						create index plain_booking_slot on plain_booking (slot_id);
						grant select, insert, update on plain_slot, plain_booking to gongyu_app"""
					.formatted(VENUE));
		this.slots = publish(slots, PLENTY);
		services.execute("analyze");
	}

	/**
	 * The slots for everyday traffic.
	 */
	List<String> slots() {
		return this.slots;
	}

	/**
	 * A new slot with so many seats, of the hub and of the plain alternative.
	 */
	String hot(int seats) throws SQLException {
		return publish(1, seats).get(0);
	}

	String hot() throws SQLException {
		return hot(PLENTY);
	}

	private List<String> publish(int count, int seats) throws SQLException {
		List<String> ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
		String activity = UUID.randomUUID().toString();
		String rows = String.join(",", IntStream.range(0, count)
			.mapToObj(i -> "('" + ids.get(i) + "'::uuid, timestamptz '2040-01-01' + interval '" + i + " minutes')")
			.toList());
		this.services.execute(
				"""
						insert into activity (id, venue_id, organization_id, title, category, age_from, age_to, admission, adult_required, party_limit, state)
						values ('%1$s', '%2$s', '%2$s', 'Rush', 'SCIENCE', 6, 12, 'FREE', false, 5, 'PUBLISHED');
						insert into slot (id, activity_id, starts_at, ends_at, zone, state)
						select id, '%1$s', at, at + interval '2 hours', 'Asia/Shanghai', 'PUBLISHED' from (values %4$s) v(id, at);
						insert into slot_pool (slot_id, pool, capacity, released_at) select id, 'PUBLIC', %3$d, 'epoch' from (values %4$s) v(id, at);
						select open_slot(id, 5, at, at + interval '2 hours', '{PUBLIC}', '{%3$d}', '{epoch}', array[null]::timestamptz[]) from (values %4$s) v(id, at);
						insert into plain_slot select id, %3$d from (values %4$s) v(id, at)"""
					.formatted(activity, VENUE, seats, rows));
		return ids;
	}

	/**
	 * Drops what the hub has not told anybody yet: it would go on with it while something
	 * else is measured.
	 */
	void calm() throws SQLException {
		for (int tries = 5;; tries--) {
			try {
				this.services.execute("truncate outbox cascade");
				return;
			}
			catch (SQLException ex) {
				if (tries == 0 || !DEADLOCK.equals(ex.getSQLState())) {
					throw ex;
				}
			}
		}
	}

	/**
	 * How often the never-broken rules of the ledger are broken; 0 unless it was
	 * oversold.
	 */
	int broken() throws SQLException {
		return Integer.parseInt(this.services.query("""
				select count(*) from pool_seats p
				 where booked + kept > capacity
				    or booked <> (select coalesce(sum(seats), 0) from seat_claim c
				                   where c.slot_id = p.slot_id and c.pool = p.pool and c.state = 'BOOKED')"""));
	}

	/**
	 * Confirms one hold of one seat by the hub's own call.
	 */
	static String ownCall(String slot) {
		return """
				select verdicts, bookings, numbers from confirm_bookings('%s', '%s', '%s', array[gen_random_uuid()], array[gen_random_uuid()],
				  array[gen_random_uuid()], array[gen_random_uuid()], array[gen_random_uuid()], array['PUBLIC'], array[1], array[1], array[''],
				  array['CONFIRMED'], array[false], array[null], array[null], array['']);
				"""
			.formatted(slot, VENUE, VENUE);
	}

	/**
	 * What a team would write instead.
	 */
	static String plainCall(String slot) {
		return """
				begin;
				update plain_slot set seats = seats - 1 where id = '%1$s' and seats >= 1;
				insert into plain_booking (id, slot_id, household_id, seats) values (gen_random_uuid(), '%1$s', gen_random_uuid(), 1);
				commit;
				"""
			.formatted(slot);
	}

}
