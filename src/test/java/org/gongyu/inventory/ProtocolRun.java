package org.gongyu.inventory;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.gongyu.Hub;
import org.jspecify.annotations.Nullable;

/**
 * Runs sequences on a hub's PostgreSQL and Redis, each on a slot of its own.
 */
record ProtocolRun(Hub hub, String scripts) {

	static final int STEPS = 220;

	static final String SCRIPTS = "classpath:lua/inventory/";

	/**
	 * A hub whose database can also keep seats for an offer and resize a booking.
	 */
	static Hub start() {
		Hub hub = Hub.start();
		hub.execute(
				"""
						create or replace function test_keep(p_slot uuid, p_hold uuid, p_party uuid, p_pool text, p_seats int,
						    p_until timestamptz) returns text language plpgsql as $$
						declare
						  locked bigint := lock_slot(p_slot);
						  changed boolean := lapse_pools(p_slot);
						  verdict text := take_seats(p_slot, locked + 1, p_hold, p_party, p_pool, p_seats, 'KEPT', p_until, true);
						begin
						  if changed or verdict = 'OK' then
						    perform raise_version(p_slot, locked + 1);
						  end if;
						  return verdict || ';' || slot_numbers(p_slot, locked, array[p_party],
						    case when verdict in ('FULL', 'LIMIT') then '{}' else array[p_hold] end);
						end $$""");
		hub.execute(
				"""
						create or replace function test_resize(p_slot uuid, p_hold uuid, p_seats int, p_extra uuid, p_party uuid)
						    returns text language plpgsql as $$
						declare
						  locked bigint := lock_slot(p_slot);
						  verdict text := resize_claim(p_slot, locked + 1, p_hold, p_seats, p_extra);
						begin
						  if verdict = 'OK' then
						    perform raise_version(p_slot, locked + 1);
						  end if;
						  return verdict || ';' || slot_numbers(p_slot, locked, array[p_party], array[p_extra]);
						end $$""");
		return hub;
	}

	/**
	 * Null when all went well, else what went wrong.
	 */
	@Nullable String run(Choices choices) {
		Map<String, ModelNumbers.ModelPool> pools = new TreeMap<>();
		pools.put("PUBLIC", new ModelNumbers.ModelPool(1 + choices.next(4), 0, 0, false, LedgerModel.NEVER));
		if (choices.next(2) == 1) {
			long lapses = (1 + choices.next(60)) * SlotWorld.TICK + SlotWorld.TICK / 2;
			pools.put("SCHOOL", new ModelNumbers.ModelPool(1 + choices.next(3), 0, 0, false, lapses));
		}
		int limit = 1 + choices.next(3);
		InventoryProperties properties = new InventoryProperties(Duration.ofMillis(ImageModel.HOLD),
				Duration.ofMillis(ImageModel.WINDOW), Duration.ofMillis(ImageModel.GRACE), this.scripts, 5,
				Duration.ofMinutes(1), Duration.ofHours(36), 200, Duration.ofMillis(100), 5000, 1000,
				Duration.ofMillis(100));
		try (RealSlot real = new RealSlot(this.hub, properties, limit, pools)) {
			new SlotSequence(new SlotWorld(real, new LedgerModel(limit, pools)), choices).run();
			return null;
		}
		catch (AssertionError | RuntimeException ex) {
			return ex.toString();
		}
	}

}
