package org.gongyu.load.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import org.gongyu.load.Deadline;
import org.gongyu.load.Machine;

/**
 * Measures the hub beside its limits in interleaved rounds. A run that broke a promise
 * ends with an error and reports nothing.
 */
public final class LimitsBenchmark {

	private static final Duration QUIET = Duration.ofMinutes(4);

	private final Path folder;

	/**
	 * @param folder the project of the load tests, inside the hub's
	 */
	public LimitsBenchmark(Path folder) {
		this.folder = folder;
	}

	/**
	 * Measures, prints a table, and keeps it as {@code limits.json}.
	 */
	public void run() throws IOException, SQLException, InterruptedException {
		Size size = Size.given();
		Machine machine = Machine.whenQuiet(Deadline.in(QUIET));
		Figures figures = new Figures();
		Path target = this.folder.resolve("target");
		try (World world = new World(this.folder, size.parties())) {
			new Round(world, figures, size.phase(), target).warmUp(size.warm());
			for (int i = 1; i <= size.rounds(); i++) {
				System.out.println("round " + i);
				Round round = new Round(world, figures, size.phase(), target);
				round.rates();
				round.latencies();
				round.rows();
				round.confirms();
				round.rushes();
				new Watching(world, figures).measure();
				if (world.scene.broken() > 0) {
					throw new IllegalStateException("The ledger is broken: nothing is reported");
				}
			}
			new FaultyRush(world, figures, size.warm(), target).measure();
			new Flatness(world, figures, size.phase()).measure();
		}
		LimitsReport report = new LimitsReport(machine, size, figures);
		System.out.print(report.table());
		Files.writeString(target.resolve("limits.json"), report.json());
	}

}
