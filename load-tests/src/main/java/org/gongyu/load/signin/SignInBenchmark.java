package org.gongyu.load.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongyu.load.Deadline;
import org.gongyu.load.HubProcess;
import org.gongyu.load.Machine;
import org.gongyu.load.Services;
import reactor.core.publisher.Mono;

/**
 * Measures what signing in costs the event loops: 200 sign-ins queue for one hashing
 * thread, with hashing as strong as in production, while a bare read is repeated.
 */
public final class SignInBenchmark {

	private static final Duration LIMIT = Duration.ofSeconds(300);

	private static final Duration WARM_UP = Duration.ofSeconds(90);

	/** Crowds that the hub has seen before it is measured. */
	private static final int WARM_UP_CROWDS = 8;

	private static final Duration QUIET = Duration.ofSeconds(10);

	private static final int ROUNDS = 3;

	private static final int RATE = 200;

	private static final int WARM_UP_RATE = 600;

	private static final int READ_CONNECTIONS = 64;

	private static final int VENUES = 200;

	private final Path jar;

	private final Path target;

	/**
	 * @param folder the project of the load tests, inside the hub's
	 */
	public SignInBenchmark(Path folder) {
		this.jar = folder.resolveSibling("target").resolve("gongyu.jar");
		this.target = folder.resolve("target");
	}

	/**
	 * Measures, prints and keeps the result; throws when a bound is missed.
	 */
	public void run() throws IOException, SQLException, InterruptedException {
		Report report = new Report(Machine.now(), measure(Deadline.in(LIMIT)));
		System.out.print(report.table());
		Files.writeString(this.target.resolve("sign-in.json"), report.json());
		report.check();
	}

	private List<Round> measure(Deadline deadline) throws IOException, SQLException, InterruptedException {
		try (Services services = Services.start();
				HubProcess hub = HubProcess.start(this.jar, settings(services), this.target.resolve("hub.log"));
				HubClient readers = new HubClient(hub.address(), READ_CONNECTIONS);
				HubClient people = new HubClient(hub.address(), SignIns.PEOPLE)) {
			hub.awaitServing(deadline);
			services.addVenues(VENUES);
			signUp(people, deadline);
			SteadyReads reads = new SteadyReads(readers, RATE);
			warmUp(new SteadyReads(readers, WARM_UP_RATE), people, deadline);
			List<Round> rounds = new ArrayList<>();
			while (rounds.size() < ROUNDS) {
				rounds.add(new Round(quiet(hub, reads, deadline), queued(hub, reads, people, deadline)));
			}
			return rounds;
		}
	}

	private static Map<String, String> settings(Services services) {
		Map<String, String> settings = new HashMap<>(services.settings());
		settings.putAll(HubProcess.secrets());
		settings.put("GONGYU_ACCOUNT_HASHING_THREADS", "1");
		settings.put("GONGYU_ACCOUNT_HASHING_QUEUE", "250");
		return settings;
	}

	private static void signUp(HubClient people, Deadline deadline) {
		SignIns signUps = SignIns.atOnce(people::signUp).block(deadline.left());
		if (signUps.answered(201) != SignIns.PEOPLE) {
			throw new IllegalStateException("Sign-ups were answered " + signUps.statuses());
		}
	}

	private static void warmUp(SteadyReads reads, HubClient people, Deadline deadline) {
		Mono.zip(reads.until(Mono.delay(WARM_UP)),
				SignIns.atOnce(people::signIn).repeat(WARM_UP_CROWDS - 1).then(Mono.just(true)))
			.block(deadline.left());
	}

	private static Phase quiet(HubProcess hub, SteadyReads reads, Deadline deadline) {
		Cpu before = Cpu.now(hub);
		SteadyReads.Result result = reads.until(Mono.delay(QUIET)).block(deadline.left());
		return new Phase(result, SignIns.NONE, Cpu.now(hub).minus(before));
	}

	/**
	 * The reads go on for as long as sign-ins are under way, and no longer.
	 */
	private static Phase queued(HubProcess hub, SteadyReads reads, HubClient people, Deadline deadline) {
		Cpu before = Cpu.now(hub);
		Mono<SignIns> signIns = SignIns.atOnce(people::signIn).cache();
		return reads.until(signIns)
			.zipWith(signIns, (result, answers) -> new Phase(result, answers, Cpu.now(hub).minus(before)))
			.block(deadline.left());
	}

}
