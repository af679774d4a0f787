package org.gongyu.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The product's own jar, run as a process on a free port of the loopback address. Of the
 * environment it sees its settings only.
 */
public final class HubProcess implements AutoCloseable {

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	/** The same for every JVM that is measured. */
	public static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

	/** All come from one address here, and many at once. */
	private static final String LIMITS = """
			{"gongyu.limits.sign-in-by-login.acts": 1000000000, "gongyu.limits.sign-in-by-address.acts": 1000000000,
			 "gongyu.limits.sign-up-by-address.acts": 1000000000}""";

	private final Process process;

	private final int port;

	private final Path log;

	private HubProcess(Process process, int port, Path log) {
		this.process = process;
		this.port = port;
		this.log = log;
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/**
	 * Starts the hub without waiting until it serves.
	 * @param settings environment variables
	 * @param log the file that gets what it prints
	 */
	public static HubProcess start(Path jar, Map<String, String> settings, Path log) throws IOException {
		int port = Services.freePort();
		ProcessBuilder builder = command(jar, List.of("-jar", jar.toString()), settings, port);
		builder.redirectErrorStream(true).redirectOutput(log.toFile());
		return new HubProcess(builder.start(), port, log);
	}

	/**
	 * How a process of the hub's jar is started.
	 * @param main the arguments of Java that name what is run
	 */
	public static ProcessBuilder command(Path jar, List<String> main, Map<String, String> settings, int port) {
		if (!Files.isRegularFile(jar)) {
			throw new IllegalStateException(jar + " is missing: build it with mvn -DskipTests package");
		}
		List<String> command = new ArrayList<>(List.of(JAVA.toString()));
		command.addAll(JVM);
		command.addAll(main);
		ProcessBuilder builder = new ProcessBuilder(command);
		Map<String, String> environment = builder.environment();
		environment.clear();
		environment.putAll(settings);
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("SERVER_PORT", String.valueOf(port));
		environment.putIfAbsent("SPRING_APPLICATION_JSON", LIMITS);
		return builder;
	}

	/**
	 * The two secrets of a hub of the run's own.
	 */
	public static Map<String, String> secrets() {
		return Map.of("GONGYU_SECRET", key(), "GONGYU_VAULT_KEYS", "1:" + key());
	}

	public int port() {
		return this.port;
	}

	public String address() {
		return "http://127.0.0.1:" + this.port;
	}

	/**
	 * Waits until reads are answered.
	 */
	public void awaitServing(Deadline deadline) throws InterruptedException {
		HttpClient http = HttpClient.newHttpClient();
		HttpRequest read = HttpRequest.newBuilder(URI.create(address() + "/api/v1/venues?size=1")).build();
		while (!answers(http, read)) {
			if (this.process.waitFor(200, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("The hub has ended, see " + this.log);
			}
			if (deadline.left().isZero()) {
				throw new IllegalStateException("The hub does not answer, see " + this.log);
			}
		}
	}

	private static boolean answers(HttpClient http, HttpRequest read) throws InterruptedException {
		try {
			return http.send(read, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	public ProcessHandle handle() {
		return this.process.toHandle();
	}

	/**
	 * The CPU time of all its threads since it was started.
	 */
	public Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/**
	 * Ends it as a power cut does.
	 */
	public void kill() {
		this.process.destroyForcibly();
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private static String key() {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return Base64.getEncoder().encodeToString(key);
	}

}
