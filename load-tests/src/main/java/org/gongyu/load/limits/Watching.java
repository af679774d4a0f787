package org.gongyu.load.limits;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What it costs when thousands look at one slot at once, and how soon they see a change.
 */
final class Watching {

	private static final int WATCHERS = 10_000;

	/** Are there before anything is measured. */
	private static final int FIRST = 100;

	private static final int WARMING = 5;

	private static final int CHANGES = 20;

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

	private final World world;

	private final Figures figures;

	Watching(World world, Figures figures) {
		this.world = world;
		this.figures = figures;
	}

	void measure() throws SQLException, IOException, InterruptedException {
		String slot = this.world.scene.hot();
		try (Listeners listeners = new Listeners(this.world.hub.port(), "/api/v1/slots/" + slot + "/events")) {
			listeners.growTo(FIRST);
			double before = kilobytes();
			listeners.growTo(WATCHERS);
			TimeUnit.SECONDS.sleep(2);
			this.figures.add("watcher KB", (kilobytes() - before) / (WATCHERS - FIRST));
			for (int i = 0; i < WARMING; i++) {
				change(listeners, slot, i);
			}
			listeners.forget();
			for (int i = WARMING; i < WARMING + CHANGES; i++) {
				change(listeners, slot, i);
			}
			this.figures.add("watchers p50 ms", listeners.millis(50));
			this.figures.add("watchers p99 ms", listeners.millis(99));
			System.out.printf("%d watchers: p50 %.1f p99 %.1f ms, %.1f KB each%n", listeners.count(),
					listeners.millis(50), listeners.millis(99), this.figures.last("watcher KB"));
		}
	}

	/** Each by another household, whose limits it keeps. */
	private void change(Listeners listeners, String slot, int number) throws InterruptedException {
		HoldStep hold = HoldStep.only(this.world.households.get(number), slot, "watched " + slot + number);
		if (!listeners.hear(() -> this.world.holds.all(List.of(hold)).only(201), PATIENCE)) {
			throw new IllegalStateException("Not everybody of " + listeners.count() + " heard of a change");
		}
		// two changes within a tenth of a second are told as one, and telling thousands
		// takes its time
		TimeUnit.SECONDS.sleep(1);
	}

	/**
	 * What the hub holds: its objects after a collection, and what lies outside the heap.
	 */
	private double kilobytes() throws IOException, InterruptedException {
		long pid = this.world.hub.handle().pid();
		long heap = Long.MIN_VALUE;
		Process histogram = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
				String.valueOf(pid), "GC.class_histogram")
			.redirectErrorStream(true)
			.start();
		try (BufferedReader lines = histogram.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.startsWith("Total")) {
					heap = Long.parseLong(line.strip().split(" +")[2]);
				}
			}
		}
		histogram.waitFor();
		return heap / 1024.0 + resident(pid);
	}

	/** The heap is resident as a whole from the start, so its share stays the same. */
	private static long resident(long pid) throws IOException {
		return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))
			.stream()
			.filter(line -> line.startsWith("VmRSS:"))
			.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElseThrow();
	}

}
