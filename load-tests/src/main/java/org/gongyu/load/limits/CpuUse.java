package org.gongyu.load.limits;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The CPU time of the processes that take part, each by its name.
 */
final class CpuUse {

	private final Map<String, Supplier<List<ProcessHandle>>> processes = new LinkedHashMap<>();

	CpuUse of(String name, Supplier<List<ProcessHandle>> handles) {
		this.processes.put(name, handles);
		return this;
	}

	/**
	 * What each has used so far.
	 */
	Map<String, Duration> now() {
		Map<String, Duration> used = new LinkedHashMap<>();
		this.processes.forEach((name, handles) -> used.put(name,
				handles.get()
					.stream()
					.map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
					.reduce(Duration.ZERO, Duration::plus)));
		return used;
	}

	/**
	 * Microseconds that each has used for one of so many operations since then.
	 */
	Map<String, Double> microsEach(Map<String, Duration> since, long operations) {
		Map<String, Double> each = new LinkedHashMap<>();
		now().forEach((name, used) -> each.put(name, used.minus(since.get(name)).toNanos() / 1e3 / operations));
		return each;
	}

}
