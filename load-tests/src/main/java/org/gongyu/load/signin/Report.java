package org.gongyu.load.signin;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.gongyu.load.Machine;

/**
 * The result of a run, as a table to read and as JSON to keep. Latencies are in
 * milliseconds, other times in seconds.
 */
record Report(Machine machine, List<Round> rounds) {

	private static final String HEADER = "round  phase    reads  failed     p50     p99     max   bound   later  hub CPU  all CPU  200  429  other   took\n";

	/**
	 * The round that used the bound more than one half of them and less than the other.
	 */
	Round median() {
		return this.rounds.stream()
			.sorted(Comparator.comparingDouble(Round::used))
			.toList()
			.get(this.rounds.size() / 2);
	}

	/**
	 * Throws what is wrong, if anything is.
	 */
	void check() {
		if (!this.rounds.stream().allMatch(Round::allSignedIn)) {
			throw new IllegalStateException("A sign-in was not answered 200");
		}
		if (this.rounds.stream().anyMatch(round -> round.failedReads() > 0)) {
			throw new IllegalStateException("A read was not answered 200");
		}
		if (median().used() > 1) {
			throw new IllegalStateException("While sign-ins queue, reads take longer than they may");
		}
	}

	String table() {
		String lines = IntStream.range(0, this.rounds.size())
			.mapToObj(i -> line(i + 1, "quiet", this.rounds.get(i).quiet(), "")
					+ line(i + 1, "queued", this.rounds.get(i).queued(), format("%.1f", this.rounds.get(i).bound())))
			.collect(Collectors.joining());
		return HEADER + lines
				+ format("median round: p99 %.1f ms of %.1f ms; JDK %s, %d cores, load %.2f before: %s%n",
						median().queued().p99(), median().bound(), this.machine.jdk(), this.machine.cores(),
						this.machine.load(), this.machine.quiet() ? "quiet" : "NOT quiet");
	}

	private static String line(int round, String name, Phase phase, String bound) {
		SteadyReads.Result reads = phase.reads();
		SignIns signIns = phase.signIns();
		return format("%5d  %-6s %7d %7d %7.2f %7.2f %7.2f %7s %7.2f %8.2f %8.2f %4d %4d %6d %6.1f%n", round, name,
				reads.answered(), reads.failed(), reads.millis(50), reads.millis(99), reads.millis(100), bound,
				reads.laterMillis(99), seconds(phase.cpu().hub()), seconds(phase.cpu().machine()),
				signIns.answered(200), signIns.answered(429), signIns.others(), seconds(signIns.took()));
	}

	String json() {
		return format(
				"{\"jdk\": \"%s\", \"cores\": %d, \"load\": %.2f, \"quiet\": %b, \"kept\": %b, \"rounds\": [%n%s]}%n",
				this.machine.jdk(), this.machine.cores(), this.machine.load(), this.machine.quiet(),
				median().used() <= 1, this.rounds.stream().map(Report::json).collect(Collectors.joining(",\n")));
	}

	private static String json(Round round) {
		return format("{\"boundMillis\": %.3f,%n \"quiet\": %s,%n \"queued\": %s}", round.bound(), json(round.quiet()),
				json(round.queued()));
	}

	private static String json(Phase phase) {
		SteadyReads.Result reads = phase.reads();
		SignIns signIns = phase.signIns();
		return format(
				"""
						{"reads": %d, "failed": %d, "p50Millis": %.3f, "p99Millis": %.3f, "maxMillis": %.3f, "laterP99Millis": %.3f, "hubCpuSeconds": %.2f, "allCpuSeconds": %.2f, \
						"signedIn": %d, "busy": %d, "others": %d, "tookSeconds": %.3f}""",
				reads.answered(), reads.failed(), reads.millis(50), reads.millis(99), reads.millis(100),
				reads.laterMillis(99), seconds(phase.cpu().hub()), seconds(phase.cpu().machine()),
				signIns.answered(200), signIns.answered(429), signIns.others(), seconds(signIns.took()));
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1000.0;
	}

	private static String format(String pattern, Object... values) {
		return String.format(Locale.ROOT, pattern, values);
	}

}
