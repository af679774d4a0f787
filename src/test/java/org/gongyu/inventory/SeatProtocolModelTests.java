package org.gongyu.inventory;

import org.gongyu.Hub;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.fail;

/**
 * Seeded random sequences of all scripts and SQL functions of a slot against the model,
 * with time moving, the image lost, nodes dying, and settles lost, repeated and
 * reordered. A failing seed is printed and shrunk; run it alone with
 * {@code -Dgongyu.seed=N}, run more with {@code -Dgongyu.seeds=N}.
 */
class SeatProtocolModelTests {

	private static final int SEEDS = Integer.getInteger("gongyu.seeds", 100);

	@Test
	void theScriptsAndTheLedgerDoWhatTheModelDoes() {
		Long only = Long.getLong("gongyu.seed");
		long first = (only != null) ? only : System.nanoTime() % 1_000_000_000L;
		long count = (only != null) ? 1 : SEEDS;
		try (Hub hub = ProtocolRun.start()) {
			ProtocolRun run = new ProtocolRun(hub, ProtocolRun.SCRIPTS);
			for (long seed = first; seed < first + count; seed++) {
				if (run.run(Choices.of(seed, ProtocolRun.STEPS)) != null) {
					fail(Choices.shrink(seed, ProtocolRun.STEPS, run::run));
				}
			}
		}
	}

}
