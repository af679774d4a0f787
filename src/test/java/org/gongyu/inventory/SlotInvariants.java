package org.gongyu.inventory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongyu.inventory.LedgerModel.Entry;

/**
 * What a slot promises, whatever happens to it.
 */
final class SlotInvariants {

	private final Set<UUID> booked = new HashSet<>();

	private final Set<UUID> abandoned = new HashSet<>();

	/** Whether the hold was given up once. */
	boolean abandoned(UUID hold) {
		return this.abandoned.contains(hold);
	}

	/**
	 * What must hold after every step.
	 */
	void always(SlotWorld world, boolean faults) {
		int claimed = 0;
		for (Map.Entry<UUID, Entry> each : world.ledger.claims.entrySet()) {
			claimed += LedgerModel.holdsSeats(each.getValue()) ? each.getValue().seats() : 0;
			if (each.getValue().state().equals("BOOKED")) {
				this.booked.add(each.getKey());
			}
			if (each.getValue().state().equals("ABANDONED")) {
				this.abandoned.add(each.getKey());
			}
		}
		world.check(claimed == world.ledger.pools.values().stream().mapToInt(pool -> pool.booked() + pool.kept()).sum(),
				"I1 the ledger does not add up");
		world.check(world.ledger.pools.values().stream().allMatch(pool -> pool.free() >= 0), "I1 above capacity");
		for (UUID hold : this.booked) {
			world.check(List.of("BOOKED", "CANCELLED").contains(world.ledger.claims.get(hold).state()),
					"I3 a booking disappeared");
		}
		world.ledger.claims.values()
			.stream()
			.filter(entry -> entry.state().equals("BOOKED"))
			.forEach(entry -> world.check(world.ledger.ofParty(entry.party()) <= world.ledger.limit, "I4 party limit"));
		if (world.image.known && !faults) {
			int capacity = world.ledger.pools.values().stream().mapToInt(ModelNumbers.ModelPool::capacity).sum();
			int live = world.image.holds.entrySet()
				.stream()
				.filter(each -> each.getValue().live() && !world.ledger.claims.containsKey(each.getKey())
						&& (each.getValue().state() == 'C' || each.getValue().deadline() > world.now))
				.mapToInt(each -> each.getValue().seats())
				.sum();
			world.check(claimed + live <= capacity, "I5 the image promises more than there is");
		}
	}

	/**
	 * At rest the image frees exactly what the ledger frees, and nothing is stuck in a
	 * lapsed pool.
	 */
	void atRest(SlotWorld world) {
		world.ledger.pools.forEach((name, pool) -> {
			world.check(world.image.free(name) == pool.free(),
					"I6 pool " + name + ": the image frees " + world.image.free(name) + ", the ledger " + pool.free());
			world.check(!pool.lapsed() || pool.free() == 0, "I6 seats are stuck in " + name);
		});
		world.check(world.image.waiting == world.ledger.waiting, "I7 waiting differs at rest");
		world.ledger.claims.values()
			.forEach(entry -> world.check(
					world.image.durable.getOrDefault(entry.party(), 0) == world.ledger.ofParty(entry.party()),
					"I4 a party's count differs at rest"));
	}

}
