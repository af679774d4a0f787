package org.gongyu.load;

import java.nio.file.Path;

import org.gongyu.load.limits.LimitsBenchmark;
import org.gongyu.load.signin.SignInBenchmark;

/**
 * Runs the load test that the argument names; whatever it finds wrong is thrown, so that
 * the build fails.
 */
final class LoadTests {

	private LoadTests() {
	}

	public static void main(String... args) throws Exception {
		Path folder = Path.of(System.getProperty("load.folder"));
		switch (String.join(" ", args)) {
			case "sign-in" -> new SignInBenchmark(folder).run();
			case "limits" -> new LimitsBenchmark(folder).run();
			default -> throw new IllegalArgumentException("Name a load test: sign-in or limits");
		}
	}

}
