package org.gongyu.inventory;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.gongyu.activity.Pool;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a slot's image said a moment ago, as far as it refuses people. Until then nothing
 * changes by itself.
 *
 * @param holds the holds that the image knows: who asks for one of them again is no new
 * party
 * @param until on the clock of {@link System#nanoTime()}
 */
record Standing(boolean open, boolean waiting, Map<Pool, Seats> pools, Set<String> holds, long until) {

	/**
	 * Seats of a pool.
	 *
	 * @param releasedAt null once they are
	 */
	record Seats(int free, @Nullable Instant releasedAt) {
	}

	/**
	 * @param longest for how many nanoseconds it is good at most
	 */
	static Standing of(Reply reply, long asked, long longest) {
		int count = (int) reply.number(3);
		Map<Pool, Seats> pools = new EnumMap<>(Pool.class);
		for (int i = 0; i < count; i++) {
			int at = 4 + 3 * i;
			pools.put(Pool.valueOf(reply.text(at)),
					new Seats((int) reply.number(at + 1), (reply.number(at + 2) != 0) ? reply.time(at + 2) : null));
		}
		Set<String> holds = new HashSet<>();
		for (int i = 4 + 3 * count; i < reply.values().size(); i++) {
			holds.add(reply.text(i));
		}
		return new Standing(reply.number(1) == 1, reply.number(2) == 1, pools, holds,
				asked + Math.min(longest, reply.number(0) * 1_000_000));
	}

	/**
	 * Why the hold is refused, in the order in which the image refuses; null when only
	 * the image can say.
	 */
	@Nullable Refusal refusal(SeatHold hold) {
		Seats seats = this.pools.get(hold.pool());
		if (seats == null || this.holds.contains(hold.id().toString())) {
			return null;
		}
		if (!this.open) {
			return new SeatRefusal.SlotClosed();
		}
		if (seats.releasedAt() != null) {
			return new SeatRefusal.NotReleased(seats.releasedAt());
		}
		if (this.waiting && hold.pool() == Pool.PUBLIC) {
			return new SeatRefusal.OthersWait();
		}
		return (seats.free() < hold.seats())
				? new SeatRefusal.SoldOut(hold.pool(), hold.seats(), Math.max(0, seats.free())) : null;
	}

}
