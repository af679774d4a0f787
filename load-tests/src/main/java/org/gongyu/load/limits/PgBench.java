package org.gongyu.load.limits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongyu.load.Services;

/**
 * PostgreSQL's own benchmark: what the database does without us.
 */
final class PgBench {

	static final List<Integer> CLIENTS = List.of(1, 2, 4, 16, 64);

	private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

	private final Path program;

	private final Services services;

	private final Path folder;

	PgBench(Services services, Path folder) throws IOException {
		this.program = find();
		this.services = services;
		this.folder = folder;
	}

	/**
	 * Repeats a script with so many clients each in turn. Answers how often it ran in a
	 * second, by the number of clients.
	 */
	Map<Integer, Double> rates(String script, int seconds) throws IOException, InterruptedException {
		Path file = Files.writeString(this.folder.resolve("pgbench.sql"), script);
		Map<Integer, Double> rates = new TreeMap<>();
		for (int clients : CLIENTS) {
			rates.put(clients, rate(file, clients, seconds));
		}
		return rates;
	}

	private double rate(Path file, int clients, int seconds) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(this.program.toString(), "-n", "-M", "prepared", "-h", "127.0.0.1",
				"-p", String.valueOf(this.services.postgresPort()), "-U", "gongyu_app", "-c", String.valueOf(clients),
				"-j", String.valueOf(Math.min(clients, 2)), "-T", String.valueOf(seconds), "-f", file.toString(),
				"gongyu");
		builder.environment().put("PGPASSWORD", "gongyu");
		Process process = builder.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Matcher rate = RATE.matcher(output);
		if (process.waitFor() != 0 || !rate.find()) {
			throw new IllegalStateException("pgbench: " + output);
		}
		return Double.parseDouble(rate.group(1));
	}

	private static Path find() throws IOException {
		try (Stream<Path> debian = Files.exists(Path.of("/usr/lib/postgresql"))
				? Files.list(Path.of("/usr/lib/postgresql")) : Stream.empty()) {
			return Stream
				.concat(Stream.of(System.getenv("PATH").split(":", -1)).map(Path::of),
						debian.map(version -> version.resolve("bin")))
				.map(folder -> folder.resolve("pgbench"))
				.filter(Files::isExecutable)
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("pgbench is missing: Debian has it in postgresql"));
		}
	}

}
