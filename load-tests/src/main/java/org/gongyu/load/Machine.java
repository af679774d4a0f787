package org.gongyu.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Where a run takes place.
 *
 * @param load the mean number of running tasks over the last minute, before the run
 */
public record Machine(String jdk, int cores, double load) {

	/**
	 * The machine as it is now.
	 */
	public static Machine now() throws IOException {
		String loads = Files.readString(Path.of("/proc/loadavg"));
		return new Machine(Runtime.version().toString(), Runtime.getRuntime().availableProcessors(),
				Double.parseDouble(loads.substring(0, loads.indexOf(' '))));
	}

	/**
	 * The machine when it is quiet, or at the deadline: what was built just before should
	 * not be measured, too.
	 */
	public static Machine whenQuiet(Deadline deadline) throws IOException, InterruptedException {
		Machine machine = now();
		while (!machine.quiet() && !deadline.left().isZero()) {
			TimeUnit.SECONDS.sleep(5);
			machine = now();
		}
		return machine;
	}

	/**
	 * Whether at least three quarters of the cores had nothing to do.
	 */
	public boolean quiet() {
		return this.load < this.cores / 4.0;
	}

}
