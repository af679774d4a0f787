package org.gongyu.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files beside the project; where they are absent, their tests are skipped.
 */
final class SharedData {

	private SharedData() {
	}

	static byte[] file(String name) {
		Path folder = folder();
		Assumptions.assumeTrue(folder != null && Files.exists(folder.resolve(name)), () -> "no shared data " + name);
		try {
			return Files.readAllBytes(folder.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable Path folder() {
		String named = System.getenv("GONGYU_SHARED_DATA");
		if (named != null) {
			return Path.of(named);
		}
		for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
			if (Files.isDirectory(at.resolve("shared/data"))) {
				return at.resolve("shared/data");
			}
		}
		return null;
	}

}
