package org.gongyu.load;

import java.time.Duration;

/**
 * When a run is given up.
 *
 * @param end on the clock of {@link System#nanoTime()}
 */
public record Deadline(long end) {

	/**
	 * So much time from now.
	 */
	public static Deadline in(Duration time) {
		return new Deadline(System.nanoTime() + time.toNanos());
	}

	/**
	 * The time that is left, nothing once it is over.
	 */
	public Duration left() {
		return Duration.ofNanos(Math.max(0, this.end - System.nanoTime()));
	}

}
