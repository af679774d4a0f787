package org.gongyu.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.gongyu.activity.Pool;
import org.gongyu.inventory.ModelNumbers.ModelPool;
import org.jspecify.annotations.Nullable;

/**
 * The image as it is meant: each method is one script. Times are milliseconds of the
 * model's own clock.
 */
final class ImageModel {

	static final long HOLD = 600_000;

	static final long WINDOW = 30_000;

	static final long GRACE = 600_000;

	private static final long BELIEVED = 30_000;

	private static final long TOMB = 1_200_000;

	record Held(char state, String pool, int seats, @Nullable UUID party, int claims, long original, long deadline) {

		Held with(char newState, int newClaims, long newDeadline) {
			return new Held(newState, this.pool, this.seats, this.party, newClaims, this.original, newDeadline);
		}

		boolean live() {
			return this.state != 'F';
		}

	}

	boolean known;

	long version;

	boolean waiting;

	long checked;

	long next;

	int limit;

	final Map<String, ModelPool> pools = new TreeMap<>();

	final Map<UUID, Integer> durable = new HashMap<>();

	final Map<UUID, Held> holds = new TreeMap<>();

	void flush() {
		this.known = false;
		this.version = 0;
		this.waiting = false;
		this.pools.clear();
		this.durable.clear();
		this.holds.clear();
	}

	String hold(SeatHold hold, boolean privileged, long now) {
		if (!this.known) {
			return "MISSING";
		}
		reclaim(now);
		Held seen = this.holds.get(hold.id());
		if (seen != null) {
			return seen.live() ? "GRANTED" : "FINISHED";
		}
		if (!believed(now)) {
			return "CHECK";
		}
		String no = refusal(hold, privileged);
		if (no != null) {
			return no;
		}
		long deadline = now + (privileged ? WINDOW : HOLD);
		this.holds.put(hold.id(), new Held(privileged ? 'C' : 'H', target(hold.pool().name()), hold.seats(),
				hold.party(), privileged ? 1 : 0, deadline, deadline));
		return "GRANTED";
	}

	String claim(SeatHold hold, long original, long now) {
		if (!this.known) {
			return "MISSING";
		}
		reclaim(now);
		Held seen = this.holds.get(hold.id());
		if (seen != null && !seen.live()) {
			return "FINISHED";
		}
		if (seen != null) {
			this.holds.put(hold.id(), (seen.state() == 'C') ? seen.with('C', seen.claims() + 1, seen.deadline())
					: seen.with('C', 1, Math.max(seen.original(), now + WINDOW)));
			return "CLAIMED";
		}
		String pool = target(hold.pool().name());
		if (original > now) {
			this.holds.put(hold.id(),
					new Held('C', pool, hold.seats(), hold.party(), 1, original, Math.max(original, now + WINDOW)));
			return "CLAIMED";
		}
		if (now >= original + GRACE) {
			return "GONE";
		}
		if (!believed(now)) {
			return "CHECK";
		}
		String no = refusal(hold, false);
		if (no != null) {
			return no;
		}
		this.holds.put(hold.id(), new Held('C', pool, hold.seats(), hold.party(), 1, now, now + WINDOW));
		return "CLAIMED";
	}

	String unclaim(UUID id) {
		Held seen = this.holds.get(id);
		if (!this.known || seen == null || seen.state() != 'C') {
			return "NONE";
		}
		boolean others = seen.claims() > 1;
		this.holds.put(id,
				others ? seen.with('C', seen.claims() - 1, seen.deadline()) : seen.with('H', 0, seen.original()));
		return others ? "CLAIMED" : "HELD";
	}

	String release(UUID id, long now) {
		Held seen = this.holds.get(id);
		if (!this.known || seen == null) {
			return "NONE";
		}
		if (seen.state() != 'H') {
			return (seen.state() == 'F') ? "FINISHED" : "CLAIMED";
		}
		finish(id, now);
		return "RELEASED";
	}

	/**
	 * SETTLED, or RELOAD with the version to load from.
	 */
	String settle(ModelNumbers numbers, long now) {
		if (!this.known) {
			return "RELOAD 0";
		}
		if (numbers.version() > this.version && numbers.previous() != this.version) {
			return "RELOAD " + this.version;
		}
		numbers.finished().forEach(id -> finish(id, now));
		write(numbers, now);
		return "SETTLED";
	}

	String load(ModelNumbers numbers, long since, List<UUID> finished, long now) {
		if (!this.known && since > 0) {
			return "RELOAD 0";
		}
		if (this.known && numbers.version() > this.version && since > this.version) {
			return "RELOAD " + this.version;
		}
		numbers.finished().forEach(id -> finish(id, now));
		finished.forEach(id -> finish(id, now));
		if (!this.known) {
			this.known = true;
			this.version = 0;
		}
		write(numbers, now);
		return "LOADED";
	}

	/**
	 * The holds in doubt.
	 */
	List<SeatHold> touch(UUID slot, long now) {
		reclaim(now);
		List<SeatHold> doubts = new ArrayList<>();
		this.holds.forEach((id, held) -> {
			if (held.state() == 'C' && held.deadline() <= now) {
				doubts.add(new SeatHold(id, slot, Pool.valueOf(held.pool()), Objects.requireNonNull(held.party()),
						held.seats()));
			}
		});
		return doubts;
	}

	int held(String pool) {
		return this.holds.values()
			.stream()
			.filter(held -> held.live() && held.pool().equals(pool))
			.mapToInt(Held::seats)
			.sum();
	}

	int liveOf(UUID party) {
		return this.holds.values()
			.stream()
			.filter(held -> held.live() && party.equals(held.party()))
			.mapToInt(Held::seats)
			.sum();
	}

	int free(String pool) {
		return Objects.requireNonNull(this.pools.get(pool), pool).free() - held(pool);
	}

	private void reclaim(long now) {
		this.holds.values().removeIf(held -> held.state() != 'C' && held.deadline() <= now);
	}

	private boolean believed(long now) {
		return now < this.checked + BELIEVED && now < this.next;
	}

	private @Nullable String refusal(SeatHold hold, boolean privileged) {
		if (!privileged && this.waiting && target(hold.pool().name()).equals("PUBLIC")) {
			return "WAITING";
		}
		if (free(target(hold.pool().name())) < hold.seats()) {
			return "SOLD_OUT";
		}
		int mine = this.durable.getOrDefault(hold.party(), 0) + liveOf(hold.party());
		return (mine + hold.seats() > this.limit) ? "LIMIT" : null;
	}

	private String target(String pool) {
		return Objects.requireNonNull(this.pools.get(pool), pool).lapsed() ? "PUBLIC" : pool;
	}

	private void finish(UUID id, long now) {
		Held seen = this.holds.get(id);
		this.holds.put(id,
				(seen != null) ? seen.with('F', 0, now + TOMB) : new Held('F', "PUBLIC", 1, null, 0, 0, now + TOMB));
	}

	private void write(ModelNumbers numbers, long now) {
		if (numbers.version() == this.version) {
			this.checked = now;
			this.next = numbers.next();
		}
		if (numbers.version() <= this.version) {
			return;
		}
		for (Map.Entry<String, ModelPool> each : numbers.pools().entrySet()) {
			ModelPool before = this.pools.put(each.getKey(), each.getValue());
			if (each.getValue().lapsed() && (before == null || !before.lapsed())) {
				this.holds.replaceAll((id, held) -> held.pool().equals(each.getKey()) ? new Held(held.state(), "PUBLIC",
						held.seats(), held.party(), held.claims(), held.original(), held.deadline()) : held);
			}
		}
		this.version = numbers.version();
		this.waiting = numbers.waiting();
		this.checked = now;
		this.next = numbers.next();
		this.durable.putAll(numbers.parties());
	}

}
