package org.gongyu.load.limits;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongyu.load.Deadline;
import org.gongyu.load.HubProcess;
import org.gongyu.load.JavaProcess;
import org.gongyu.load.Services;
import org.gongyu.load.bare.BareServers;
import org.gongyu.load.plain.PlainHub;

/**
 * Everything that runs during the benchmark: PostgreSQL, Redis, the hub, a second node of
 * it, the bare servers and the plain alternative, each with connections to it.
 */
final class World implements AutoCloseable {

	private static final Duration START = Duration.ofMinutes(2);

	private static final int CONNECTIONS = 128;

	private static final int SLOTS = 500;

	final Services services = Services.start();

	final HubProcess hub;

	final LoadNode node;

	final Scene scene;

	final List<Household> households;

	final Wires hello;

	final Wires bare;

	final Wires holds;

	final Wires plain;

	final CpuUse cpu;

	final PgBench pgBench;

	private final Map<String, String> settings;

	private final Path jar;

	private final JavaProcess bareServers;

	private final JavaProcess plainHub;

	World(Path folder, int households) throws IOException, SQLException, InterruptedException {
		Path target = folder.resolve("target");
		Path product = folder.resolveSibling("target");
		this.jar = product.resolve("gongyu.jar");
		Deadline deadline = Deadline.in(START);
		this.pgBench = new PgBench(this.services, target);
		this.settings = settings();
		this.hub = HubProcess.start(this.jar, this.settings, target.resolve("hub.log"));
		this.hub.awaitServing(deadline);
		this.node = LoadNode.start(this.jar, product.resolve("test-classes"), this.settings,
				target.resolve("node.log"));
		this.scene = new Scene(this.services, SLOTS);
		this.households = this.node.households(households);
		int helloPort = Services.freePort();
		int barePort = Services.freePort();
		this.bareServers = JavaProcess
			.start(BareServers.class, Map.of(), target.resolve("bare.log"),
					List.of(String.valueOf(helloPort), String.valueOf(barePort)))
			.awaitPort(barePort, deadline);
		int plainPort = Services.freePort();
		this.plainHub = JavaProcess
			.start(PlainHub.class, plainSettings(plainPort), target.resolve("plain.log"), List.of())
			.awaitPort(plainPort, deadline);
		this.hello = Wires.to(helloPort, CONNECTIONS);
		this.bare = Wires.to(barePort, CONNECTIONS);
		this.holds = Wires.to(this.hub.port(), CONNECTIONS);
		this.plain = Wires.to(plainPort, CONNECTIONS);
		this.cpu = new CpuUse().of("client", () -> List.of(ProcessHandle.current()))
			.of("hub", () -> List.of(this.hub.handle()))
			.of("second node", () -> List.of(this.node.handle()))
			.of("bare", () -> List.of(this.bareServers.handle()))
			.of("plain", () -> List.of(this.plainHub.handle()))
			.of("PostgreSQL", this.services::postgresProcesses)
			.of("Redis", this.services::redisProcesses);
	}

	private Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>(this.services.settings());
		settings.putAll(HubProcess.secrets());
		settings.put("GONGYU_ACCOUNT_ACCESS_TOKEN", "6h");
		// each household stands for many, so that their tokens fit into memory
		settings.put("SPRING_APPLICATION_JSON",
				"""
						{"gongyu.booking.live-holds": 100000, "gongyu.admission.work-bits": 0, "gongyu.limits.hold-by-account.acts": 1000000,
						"gongyu.limits.hold-by-household.acts": 1000000, "gongyu.limits.hold-by-address.acts": 1000000000,
						"gongyu.limits.unused-holds-by-household.acts": 1000000}""");
		return settings;
	}

	private Map<String, String> plainSettings(int port) {
		Map<String, String> settings = this.services.settings();
		return Map.of("SERVER_PORT", String.valueOf(port), "SERVER_ADDRESS", "127.0.0.1", "SPRING_DATASOURCE_URL",
				settings.get("SPRING_FLYWAY_URL"), "SPRING_DATASOURCE_USERNAME", settings.get("SPRING_R2DBC_USERNAME"),
				"SPRING_DATASOURCE_PASSWORD", settings.get("SPRING_R2DBC_PASSWORD"), "SPRING_MAIN_WEB_APPLICATION_TYPE",
				"servlet", "SERVER_TOMCAT_MAX_KEEP_ALIVE_REQUESTS", "-1");
	}

	/**
	 * Another node of the hub that serves.
	 */
	HubProcess another(Path log) throws IOException, InterruptedException {
		HubProcess another = HubProcess.start(this.jar, this.settings, log);
		another.awaitServing(Deadline.in(START));
		return another;
	}

	/**
	 * Further connections to a node.
	 */
	static Wires to(HubProcess hub) {
		return Wires.to(hub.port(), CONNECTIONS);
	}

	/**
	 * Does something while the hub stands still: what it goes on with would take the
	 * machine from what is measured.
	 */
	void alone(Measuring work) throws IOException, InterruptedException, SQLException {
		signal("-STOP");
		try {
			work.run();
		}
		finally {
			signal("-CONT");
		}
	}

	private void signal(String name) throws IOException, InterruptedException {
		new ProcessBuilder("kill", name, String.valueOf(this.hub.handle().pid()),
				String.valueOf(this.node.handle().pid()))
			.start()
			.waitFor();
	}

	interface Measuring {

		void run() throws IOException, InterruptedException, SQLException;

	}

	@Override
	public void close() {
		for (AutoCloseable each : List.<AutoCloseable>of(this.hello, this.bare, this.holds, this.plain,
				this.bareServers, this.plainHub, this.node, this.hub, this.services)) {
			try {
				each.close();
			}
			catch (Exception ex) {
				System.err.println("Could not be closed: " + ex);
			}
		}
	}

}
