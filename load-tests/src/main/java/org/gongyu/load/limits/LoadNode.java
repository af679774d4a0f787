package org.gongyu.load.limits;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.gongyu.load.HubProcess;

/**
 * A second node of the hub that does what cannot be done from outside (the hub's test
 * class {@code LoadNode}). It is asked a line and answers a line.
 */
final class LoadNode implements AutoCloseable {

	private static final String ANSWER = "load: ";

	private final Process process;

	private final BufferedReader answers;

	private final BufferedWriter questions;

	private final Path log;

	private LoadNode(Process process, Path log) {
		this.process = process;
		this.answers = process.inputReader(StandardCharsets.UTF_8);
		this.questions = process.outputWriter(StandardCharsets.UTF_8);
		this.log = log;
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/**
	 * Starts it and waits until it is ready.
	 * @param classes the hub's test classes
	 */
	static LoadNode start(Path jar, Path classes, Map<String, String> settings, Path log) throws IOException {
		ProcessBuilder builder = HubProcess.command(jar,
				List.of("-Dloader.main=org.gongyu.rush.LoadNode", "-Dloader.path=" + classes, "-cp", jar.toString(),
						"org.springframework.boot.loader.launch.PropertiesLauncher"),
				settings, 0);
		LoadNode node = new LoadNode(builder.redirectErrorStream(true).start(), log);
		Files.writeString(log, "");
		node.answer();
		return node;
	}

	/**
	 * So many households, each with its token.
	 */
	List<Household> households(int count) throws IOException {
		Path file = Files.createTempFile("gongyu-tokens", ".txt");
		try {
			ask("tokens " + count + " " + file);
			return Files.readAllLines(file).stream().map(Household::of).toList();
		}
		finally {
			Files.delete(file);
		}
	}

	/**
	 * Books seats of the slot without HTTP. Answers how many a second.
	 */
	double confirm(String slot, Duration time, int atOnce) throws IOException {
		String[] done = ask("confirm " + slot + " " + time.toMillis() + " " + atOnce).split(" ", -1);
		return Long.parseLong(done[0]) * 1e9 / Long.parseLong(done[1]);
	}

	/**
	 * Has the history of a run checked; throws what was broken.
	 */
	void check(String slot, int capacity, Path history) throws IOException {
		String found = ask("check " + slot + " " + capacity + " " + history);
		if (!found.equals("OK")) {
			throw new IllegalStateException("The run broke a promise: " + found);
		}
	}

	ProcessHandle handle() {
		return this.process.toHandle();
	}

	private String ask(String question) throws IOException {
		this.questions.write(question + "\n");
		this.questions.flush();
		return answer();
	}

	private String answer() throws IOException {
		try (BufferedWriter noted = Files.newBufferedWriter(this.log, java.nio.file.StandardOpenOption.CREATE,
				java.nio.file.StandardOpenOption.APPEND)) {
			for (String line = this.answers.readLine(); line != null; line = this.answers.readLine()) {
				if (line.startsWith(ANSWER)) {
					return line.substring(ANSWER.length());
				}
				noted.write(line + "\n");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new IllegalStateException("The second node has ended, see " + this.log);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
