package org.gongyu.draw;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The draw of a slot's PUBLIC seats.
 *
 * @param commitment SHA-256 of the seed, in hexadecimal
 * @param frozen whether the list of entries stands
 * @param entriesHash of the list, in hexadecimal; null until it was drawn
 * @param seed in hexadecimal; null until it was drawn
 * @param seats how many were free when it was drawn
 * @param entries how many households have entered
 */
record Draw(UUID slot, Instant opensAt, Instant closesAt, String commitment, boolean frozen,
		@Nullable String entriesHash, @Nullable String seed, @Nullable Integer seats, @Nullable Instant drawnAt,
		int entries) {

	/**
	 * Where a draw stands.
	 */
	enum State {

		PLANNED, OPEN, CLOSED, DRAWN

	}

	State state(Instant now) {
		if (this.drawnAt != null) {
			return State.DRAWN;
		}
		if (now.isBefore(this.opensAt)) {
			return State.PLANNED;
		}
		return (this.frozen || !now.isBefore(this.closesAt)) ? State.CLOSED : State.OPEN;
	}

}
