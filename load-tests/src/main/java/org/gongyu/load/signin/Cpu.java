package org.gongyu.load.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import org.gongyu.load.HubProcess;

/**
 * CPU time that was used up to a moment, or between two of them.
 *
 * @param hub by the hub's process
 * @param machine by everything that runs on the machine, and by its host instead of it
 */
record Cpu(Duration hub, Duration machine) {

	static Cpu now(HubProcess hub) {
		return new Cpu(hub.cpu(), machineCpu());
	}

	Cpu minus(Cpu earlier) {
		return new Cpu(this.hub.minus(earlier.hub), this.machine.minus(earlier.machine));
	}

	/**
	 * The first line of {@code /proc/stat} counts hundredths of a second: user, nice,
	 * system, idle, waiting, interrupts, soft interrupts, stolen.
	 */
	private static Duration machineCpu() {
		try (var lines = Files.lines(Path.of("/proc/stat"))) {
			long[] spent = Arrays.stream(lines.findFirst().orElseThrow().split(" +"))
				.skip(1)
				.limit(8)
				.mapToLong(Long::parseLong)
				.toArray();
			return Duration.ofMillis(10 * (Arrays.stream(spent).sum() - spent[3] - spent[4]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
