package org.gongyu.draw;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.gongyu.activity.Lot;
import org.jspecify.annotations.Nullable;

/**
 * The draw of a slot's PUBLIC seats.
 *
 * @param lot from when until when entries are taken
 * @param commitment SHA-256 of the seed, in hexadecimal
 * @param frozen whether the list of tickets stands
 * @param seed in hexadecimal; null until it was drawn
 * @param seats how many were free when it was drawn
 * @param entries how many households have entered
 * @param slotOpen whether the slot still takes place
 */
record Draw(UUID slot, Lot lot, String commitment, boolean frozen, @Nullable String seed, @Nullable Integer seats,
		@Nullable Instant drawnAt, int entries, boolean slotOpen) {

	/**
	 * Where a draw stands.
	 */
	enum State {

		PLANNED, OPEN, CLOSED, DRAWN, CALLED_OFF

	}

	State state(Instant now) {
		if (this.drawnAt != null) {
			return State.DRAWN;
		}
		if (!this.slotOpen) {
			return State.CALLED_OFF;
		}
		if (now.isBefore(this.lot.opensAt())) {
			return State.PLANNED;
		}
		return (this.frozen || !now.isBefore(this.lot.closesAt())) ? State.CLOSED : State.OPEN;
	}

	/**
	 * For how long entries are taken.
	 */
	long seconds() {
		return Duration.between(this.lot.opensAt(), this.lot.closesAt()).toSeconds();
	}

}
