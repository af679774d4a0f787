package org.gongyu.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.gongyu.inventory.ModelNumbers.ModelPool;

/**
 * The ledger as it is meant: each method is one transaction under the slot's lock. Times
 * are milliseconds of the model's own clock.
 */
final class LedgerModel {

	/**
	 * A claim; written is when it came, whatever became of it.
	 */
	record Entry(String state, String pool, UUID party, int seats, long version, long until, long written) {
	}

	static final long NEVER = Long.MAX_VALUE;

	/**
	 * For how long a whole image is told of finished holds: past it no capsule can come
	 * back.
	 */
	private static final long REMEMBERED = 3_600_000;

	final int limit;

	long version = 1;

	boolean waiting;

	final Map<String, ModelPool> pools = new TreeMap<>();

	final Map<UUID, Entry> claims = new TreeMap<>();

	LedgerModel(int limit, Map<String, ModelPool> pools) {
		this.limit = limit;
		this.pools.putAll(pools);
	}

	/**
	 * Confirms holds as bookings, in order. OK | STANDS | ABANDONED | LIMIT | FULL for
	 * each.
	 */
	List<String> confirm(List<SeatHold> holds, long now) {
		boolean changed = lapse(now);
		List<String> verdicts = new ArrayList<>();
		for (SeatHold hold : holds) {
			verdicts.add(take(hold, "BOOKED", NEVER, now));
		}
		raiseIf(changed || verdicts.contains("OK"));
		return verdicts;
	}

	String keep(SeatHold hold, long until, long now) {
		boolean changed = lapse(now);
		String verdict = take(hold, "KEPT", until, now);
		raiseIf(changed || verdict.equals("OK"));
		return verdict;
	}

	boolean cancel(UUID hold, long now) {
		Entry entry = this.claims.get(hold);
		if (entry == null || !entry.state().equals("BOOKED")) {
			return false;
		}
		free(hold, entry, "CANCELLED");
		lapse(now);
		this.version++;
		return true;
	}

	/**
	 * Changes how many seats a booking has; the extra hold is what the image keeps of
	 * what is added. OK | GONE | ABANDONED | LIMIT | FULL.
	 */
	String resize(UUID hold, int seats, UUID extra, long now) {
		Entry entry = this.claims.get(hold);
		if (entry == null || !entry.state().equals("BOOKED")) {
			return "GONE";
		}
		if (this.claims.containsKey(extra)) {
			return "ABANDONED";
		}
		int more = seats - entry.seats();
		if (more > 0 && ofParty(entry.party()) + more > this.limit) {
			return "LIMIT";
		}
		if (more > 0 && pool(entry.pool()).free() < more) {
			return "FULL";
		}
		long next = this.version + 1;
		ModelPool pool = pool(entry.pool());
		this.pools.put(entry.pool(), (more > 0) ? pool.take(more, false) : pool.give(-more, false));
		this.claims.put(hold, new Entry("BOOKED", entry.pool(), entry.party(), seats, next, NEVER, entry.written()));
		if (more > 0) {
			this.claims.put(extra, new Entry("CANCELLED", entry.pool(), entry.party(), more, next, NEVER, now));
		}
		else {
			lapse(now);
		}
		this.version = next;
		return "OK";
	}

	/**
	 * Asks about holds in doubt; answers those that are finished now.
	 */
	List<UUID> ask(List<SeatHold> doubts, long now) {
		boolean changed = false;
		List<UUID> finished = new ArrayList<>(doubts.stream().map(SeatHold::id).toList());
		for (SeatHold doubt : doubts) {
			if (!this.claims.containsKey(doubt.id())) {
				this.claims.put(doubt.id(), new Entry("ABANDONED", doubt.pool().name(), doubt.party(), doubt.seats(),
						this.version + 1, NEVER, now));
				changed = true;
			}
		}
		for (UUID hold : List.copyOf(this.claims.keySet())) {
			Entry entry = this.claims.get(hold);
			if (entry != null && entry.state().equals("KEPT") && entry.until() <= now) {
				free(hold, entry, "ABANDONED");
				finished.add(hold);
				changed = true;
			}
		}
		raiseIf(lapse(now) || changed);
		return finished;
	}

	void wait(boolean somebody) {
		raiseIf(this.waiting != somebody);
		this.waiting = somebody;
	}

	ModelNumbers numbers(long previous, List<UUID> parties, List<UUID> finished) {
		long next = this.pools.values()
			.stream()
			.filter(pool -> !pool.lapsed())
			.mapToLong(ModelPool::lapsesAt)
			.min()
			.orElse(NEVER);
		long ends = this.claims.values()
			.stream()
			.filter(entry -> entry.state().equals("KEPT"))
			.mapToLong(Entry::until)
			.min()
			.orElse(NEVER);
		return new ModelNumbers(this.version, previous, this.waiting, Math.min(next, ends), new TreeMap<>(this.pools),
				parties.stream().distinct().collect(Collectors.toMap(party -> party, this::ofParty)), finished);
	}

	/**
	 * What load_slot answers.
	 */
	ModelNumbers load(long since, long now) {
		Predicate<Entry> newer = entry -> entry.version() > since;
		Predicate<Entry> told = newer.and(entry -> since > 0 || entry.written() > now - REMEMBERED);
		List<UUID> finished = new ArrayList<>(this.claims.keySet());
		finished.removeIf(id -> !told.test(this.claims.get(id)));
		return numbers(since, this.claims.values().stream().filter(newer).map(Entry::party).toList(), finished);
	}

	int ofParty(UUID party) {
		return this.claims.values()
			.stream()
			.filter(entry -> entry.party().equals(party) && holdsSeats(entry))
			.mapToInt(Entry::seats)
			.sum();
	}

	static boolean holdsSeats(Entry entry) {
		return entry.state().equals("BOOKED") || entry.state().equals("KEPT");
	}

	private String take(SeatHold hold, String state, long until, long now) {
		Entry known = this.claims.get(hold.id());
		if (known != null) {
			return known.state().equals("ABANDONED") ? "ABANDONED" : "STANDS";
		}
		String pool = pool(hold.pool().name()).lapsed() ? "PUBLIC" : hold.pool().name();
		if (ofParty(hold.party()) + hold.seats() > this.limit) {
			return "LIMIT";
		}
		if (pool(pool).free() < hold.seats()) {
			return "FULL";
		}
		this.pools.put(pool, pool(pool).take(hold.seats(), state.equals("KEPT")));
		this.claims.put(hold.id(), new Entry(state, pool, hold.party(), hold.seats(), this.version + 1, until, now));
		return "OK";
	}

	private void free(UUID hold, Entry entry, String state) {
		this.pools.put(entry.pool(), pool(entry.pool()).give(entry.seats(), entry.state().equals("KEPT")));
		this.claims.put(hold,
				new Entry(state, entry.pool(), entry.party(), entry.seats(), this.version + 1, NEVER, entry.written()));
	}

	private boolean lapse(long now) {
		boolean changed = false;
		for (String name : List.copyOf(this.pools.keySet())) {
			ModelPool pool = pool(name);
			if (!name.equals("PUBLIC") && pool.lapsesAt() <= now && (!pool.lapsed() || pool.free() > 0)) {
				int moved = pool.free();
				this.pools.put(name, pool.resized(-moved, true));
				this.pools.put("PUBLIC", pool("PUBLIC").resized(moved, false));
				changed = true;
			}
		}
		return changed;
	}

	private void raiseIf(boolean changed) {
		if (changed) {
			this.version++;
		}
	}

	private ModelPool pool(String name) {
		return Objects.requireNonNull(this.pools.get(name), name);
	}

}
