package org.gongyu.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server of these load tests' own, in a JVM like the hub's.
 */
public final class JavaProcess implements AutoCloseable {

	private final Process process;

	private final Path log;

	private JavaProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/**
	 * Starts a main class of this class path.
	 */
	public static JavaProcess start(Class<?> main, Map<String, String> settings, Path log, List<String> args)
			throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(HubProcess.JVM);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(args);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().clear();
		builder.environment().putAll(settings);
		return new JavaProcess(builder.start(), log);
	}

	/**
	 * Waits until something listens on the port.
	 */
	public JavaProcess awaitPort(int port, Deadline deadline) throws InterruptedException {
		while (!listens(port)) {
			if (this.process.waitFor(100, TimeUnit.MILLISECONDS) || deadline.left().isZero()) {
				throw new IllegalStateException("It does not serve, see " + this.log);
			}
		}
		return this;
	}

	private static boolean listens(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", port), (int) Duration.ofSeconds(1).toMillis());
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	public ProcessHandle handle() {
		return this.process.toHandle();
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
