package org.gongyu.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the program that everybody can download, as everybody would.
 */
final class Replay {

	private static final Path PROGRAM = Path.of("src/main/resources/static/draw/ReplayDraw.java");

	private Replay() {
	}

	/**
	 * What the program says of records, the newest first.
	 */
	static String of(String... records) {
		try {
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), PROGRAM.toString()));
			for (String each : records) {
				command.add(Files.writeString(Files.createTempFile("draw", ".txt"), each).toString());
			}
			Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			program.waitFor();
			return said;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
