package org.gongyu.activity;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which entries for a pool's seats are taken; then their order is drawn, and
 * the first ones get the seats. Half-open. A few seconds make a release fair to slow
 * lines; some days make a draw.
 *
 * @param opensAt from when entries are taken
 * @param closesAt until when; then it is drawn
 */
public record Lot(Instant opensAt, Instant closesAt) {

	private static final Duration LONGEST_WINDOW = Duration.ofMinutes(10);

	/**
	 * Whether it is no more than the opening of a release, and whoever enters is still
	 * there when it is drawn.
	 */
	public boolean window() {
		return Duration.between(this.opensAt, this.closesAt).compareTo(LONGEST_WINDOW) <= 0;
	}

}
