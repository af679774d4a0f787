package org.gongyu.rush;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongyu.GongyuApplication;
import org.gongyu.account.TestTokens;
import org.gongyu.booking.ConfirmLoop;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A node of the hub that the load tests run beside the one they measure, for what cannot
 * be done from outside: it issues tokens, confirms without HTTP, and checks histories. It
 * reads a command a line and answers a line that begins with {@code load:}. <pre>
 * tokens COUNT FILE             writes so many lines "household token"
 * confirm SLOT MILLIS AT_ONCE   answers how many were confirmed
 * check SLOT CAPACITY FILE      answers OK, or what was broken
 * </pre>
 */
final class LoadNode {

	private final ConfigurableApplicationContext hub;

	private LoadNode(ConfigurableApplicationContext hub) {
		this.hub = hub;
	}

	/**
	 * Not public, so that it is not taken for the application that {@code test-run}
	 * starts.
	 */
	static void main(String... args) throws IOException {
		try (ConfigurableApplicationContext hub = SpringApplication.run(GongyuApplication.class, args);
				BufferedReader commands = new BufferedReader(
						new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			LoadNode node = new LoadNode(hub);
			System.out.println("load: ready");
			for (String line = commands.readLine(); line != null; line = commands.readLine()) {
				System.out.println("load: " + node.answer(List.of(line.split(" ", -1))));
			}
		}
	}

	private String answer(List<String> command) throws IOException {
		return switch (command.get(0)) {
			case "tokens" -> tokens(Integer.parseInt(command.get(1)), Path.of(command.get(2)));
			case "confirm" -> String.valueOf(ConfirmLoop.run(this.hub, UUID.fromString(command.get(1)),
					Duration.ofMillis(Long.parseLong(command.get(2))), Integer.parseInt(command.get(3))));
			case "check" -> check(UUID.fromString(command.get(1)), Integer.parseInt(command.get(2)),
					HistoryFile.read(Path.of(command.get(3))));
			default -> throw new IllegalArgumentException(command.get(0));
		};
	}

	private String tokens(int count, Path file) throws IOException {
		Files.write(file,
				(Iterable<String>) Stream.generate(UUID::randomUUID)
					.limit(count)
					.map(household -> household + " " + TestTokens.guardian(this.hub, household))::iterator);
		return "OK";
	}

	private String check(UUID slot, int capacity, HistoryFile file) {
		History.End end = new LedgerEnd(this.hub::getBean, slot, capacity).read(file.parties());
		List<String> broken = new HistoryChecker(file.history(), end, file.faults()).check();
		return broken.isEmpty() ? "OK" : String.join("; ", broken.subList(0, Math.min(5, broken.size())));
	}

}
