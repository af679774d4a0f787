package org.gongyu.load;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs the load test that the argument names; whatever it finds wrong is thrown, so that
 * the build fails.
 */
final class LoadTests {

	private LoadTests() {
	}

	public static void main(String... args) throws Exception {
		if (!List.of(args).equals(List.of("sign-in"))) {
			throw new IllegalArgumentException("Name a load test: -Dexec.args=sign-in");
		}
		new SignInBenchmark(Path.of(System.getProperty("load.folder"))).run();
	}

}
