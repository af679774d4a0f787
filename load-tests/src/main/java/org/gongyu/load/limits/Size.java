package org.gongyu.load.limits;

import java.time.Duration;

/**
 * How large a run is: {@code -Dlimits.rounds=1 -Dlimits.seconds=3 -Dlimits.warm=10} for a
 * first look.
 *
 * @param rounds how often everything is measured
 * @param phase how long each thing is measured
 * @param warm how long each thing is done before
 * @param parties how many want seats at a release
 */
record Size(int rounds, Duration phase, Duration warm, int parties) {

	static Size given() {
		return new Size(Integer.getInteger("limits.rounds", 5),
				Duration.ofSeconds(Integer.getInteger("limits.seconds", 6)),
				Duration.ofSeconds(Integer.getInteger("limits.warm", 60)),
				Integer.getInteger("limits.parties", 50_000));
	}

}
