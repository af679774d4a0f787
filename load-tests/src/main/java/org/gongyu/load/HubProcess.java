package org.gongyu.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The product's own jar, run as a process on a free port of the loopback address. Of the
 * environment it sees its settings only.
 */
final class HubProcess implements AutoCloseable {

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	/** All come from one address here, and 200 at once. */
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
	static HubProcess start(Path jar, Map<String, String> settings, Path log) throws IOException {
		if (!Files.isRegularFile(jar)) {
			throw new IllegalStateException(jar + " is missing: build it with mvn -DskipTests package");
		}
		int port = Services.freePort();
		ProcessBuilder builder = new ProcessBuilder(JAVA.toString(), "-jar", jar.toString());
		Map<String, String> environment = builder.environment();
		environment.clear();
		environment.putAll(settings);
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("SERVER_PORT", String.valueOf(port));
		environment.put("GONGYU_SECRET", key());
		environment.put("GONGYU_VAULT_KEYS", "1:" + key());
		environment.put("SPRING_APPLICATION_JSON", LIMITS);
		builder.redirectErrorStream(true).redirectOutput(log.toFile());
		return new HubProcess(builder.start(), port, log);
	}

	String address() {
		return "http://127.0.0.1:" + this.port;
	}

	/**
	 * Waits until reads are answered.
	 */
	void awaitServing(HubClient client, Deadline deadline) throws InterruptedException {
		while (client.readVenues().onErrorReturn(0).block(deadline.left()) != 200) {
			if (this.process.waitFor(200, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("The hub has ended, see " + this.log);
			}
		}
	}

	/**
	 * The CPU time of all its threads since it was started.
	 */
	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
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
