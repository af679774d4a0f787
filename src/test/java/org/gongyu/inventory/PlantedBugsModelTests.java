package org.gongyu.inventory;

import java.util.List;

import org.gongyu.Hub;
import org.gongyu.PlantedBug;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * The model test finds every guard that is taken out: a test that cannot fail proves
 * nothing.
 */
class PlantedBugsModelTests {

	private static final int SEEDS = 400;

	static List<PlantedBug> inScripts() {
		return PlantedBug.IN_SCRIPTS;
	}

	static List<PlantedBug> inSql() {
		return PlantedBug.IN_SQL;
	}

	@ParameterizedTest
	@MethodSource("inScripts")
	void aBrokenScriptIsFound(PlantedBug bug) {
		try (Hub hub = ProtocolRun.start()) {
			search(new ProtocolRun(hub, bug.scripts()), bug);
		}
	}

	@ParameterizedTest
	@MethodSource("inSql")
	void aBrokenFunctionIsFound(PlantedBug bug) {
		try (Hub hub = ProtocolRun.start()) {
			hub.execute("alter table pool_seats drop constraint never_oversold");
			hub.execute(bug.planted());
			search(new ProtocolRun(hub, ProtocolRun.SCRIPTS), bug);
		}
	}

	private static void search(ProtocolRun run, PlantedBug bug) {
		for (long seed = 1; seed <= SEEDS; seed++) {
			String failure = run.run(Choices.of(seed, ProtocolRun.STEPS));
			if (failure != null) {
				assertThat(failure).startsWith(AssertionError.class.getName());
				return;
			}
		}
		fail("Nothing screamed: " + bug);
	}

}
