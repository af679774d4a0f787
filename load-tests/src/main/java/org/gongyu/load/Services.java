package org.gongyu.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import redis.embedded.RedisServer;

/**
 * A PostgreSQL and a Redis of the run's own, on free ports of the loopback address, with
 * an empty database and the hub's two logins.
 */
public final class Services implements AutoCloseable {

	private static final String DATABASE = "gongyu";

	private static final String OWNER = "gongyu_owner";

	private static final String APPLICATION = "gongyu_app";

	private static final String PASSWORD = "gongyu";

	private final EmbeddedPostgres postgres;

	private final RedisServer redis;

	private final int redisPort;

	/** Where PostgreSQL keeps its data. */
	private final Path folder;

	private Services(EmbeddedPostgres postgres, Path folder, RedisServer redis, int redisPort) {
		this.folder = folder;
		this.postgres = postgres;
		this.redis = redis;
		this.redisPort = redisPort;
	}

	/**
	 * Starts both, with {@code fsync} on: what is committed is on the disk.
	 */
	public static Services start() throws IOException, SQLException {
		int redisPort = freePort();
		Path folder = Files.createTempDirectory("gongyu-load-");
		Services services = new Services(startPostgres(folder), folder, redis(redisPort), redisPort);
		Runtime.getRuntime().addShutdownHook(new Thread(services::close));
		try {
			services.redis.start();
			services.executeIn("postgres", "create role " + OWNER + " login password '" + PASSWORD + "'",
					"create role " + APPLICATION + " login password '" + PASSWORD + "'",
					"create database " + DATABASE + " owner " + OWNER);
			return services;
		}
		catch (IOException | SQLException | RuntimeException ex) {
			services.close();
			throw ex;
		}
	}

	/**
	 * A port that was free a moment ago.
	 */
	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * The environment variables with which the hub uses these services.
	 */
	public Map<String, String> settings() {
		String database = "postgresql://127.0.0.1:" + this.postgres.getPort() + "/" + DATABASE;
		return Map.of("SPRING_R2DBC_URL", "r2dbc:" + database, "SPRING_R2DBC_USERNAME", APPLICATION,
				"SPRING_R2DBC_PASSWORD", PASSWORD, "SPRING_FLYWAY_URL", "jdbc:" + database, "SPRING_FLYWAY_USER", OWNER,
				"SPRING_FLYWAY_PASSWORD", PASSWORD, "SPRING_DATA_REDIS_HOST", "127.0.0.1", "SPRING_DATA_REDIS_PORT",
				String.valueOf(this.redisPort));
	}

	/**
	 * Fills the hub's catalogue, once its tables are there.
	 * @param venues how many
	 */
	public void addVenues(int venues) throws SQLException {
		execute("""
				insert into venue (id, organization_id, site_id, name, name_key, kind, region, address, booking_mode, zone)
				select id, gen_random_uuid(), id, 'Museum ' || n, 'museum' || n, 'MUSEUM', '云溪区', n || ' River Road',
				       'REQUIRED', 'Asia/Shanghai'
				  from (select n, gen_random_uuid() as id from generate_series(1, %d) n) v"""
			.formatted(venues), "analyze venue");
	}

	/**
	 * Executes SQL as the owner of everything in the hub's database.
	 */
	public void execute(String... statements) throws SQLException {
		executeIn(DATABASE, statements);
	}

	/**
	 * The first value of the first row.
	 */
	public String query(String sql) throws SQLException {
		try (Connection connection = this.postgres.getDatabase("postgres", DATABASE).getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

	/**
	 * The processes of PostgreSQL, the first one and those that it has started.
	 */
	public List<ProcessHandle> postgresProcesses() {
		long first = Long.parseLong(read(this.folder.resolve("postmaster.pid")).get(0));
		ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
		return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
	}

	/**
	 * The process of Redis.
	 */
	public List<ProcessHandle> redisProcesses() {
		return ProcessHandle.current()
			.descendants()
			.filter(each -> each.info().command().orElse("").contains("redis"))
			.toList();
	}

	/**
	 * Has Redis forget everything.
	 */
	public void flushRedis() throws IOException {
		redis("FLUSHALL ASYNC");
	}

	/**
	 * Has Redis answer nobody for two seconds: longer than the hub waits for it.
	 */
	public void stallRedis() throws IOException {
		redis("DEBUG SLEEP 2");
	}

	private void redis(String command) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.redisPort)) {
			socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
			if (socket.getInputStream().read() != '+') {
				throw new IOException("Redis did not do " + command);
			}
		}
	}

	public int postgresPort() {
		return this.postgres.getPort();
	}

	public int redisPort() {
		return this.redisPort;
	}

	private static List<String> read(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void executeIn(String database, String... statements) throws SQLException {
		try (Connection connection = this.postgres.getDatabase("postgres", database).getConnection();
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	@Override
	public void close() {
		try (this.postgres) {
			this.redis.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static EmbeddedPostgres startPostgres(Path folder) throws IOException {
		return EmbeddedPostgres.builder()
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("max_connections", "120")
			.setServerConfig("shared_buffers", "256MB")
			.setServerConfig("max_wal_size", "4GB")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.setDataDirectory(folder)
			.setPGStartupWait(Duration.ofSeconds(60))
			.start();
	}

	private static RedisServer redis(int port) throws IOException {
		return RedisServer.newRedisServer()
			.port(port)
			.setting("maxmemory-policy noeviction")
			.setting("hash-max-ziplist-entries 64")
			.setting("save \"\"")
			.setting("bind 127.0.0.1")
			.build();
	}

}
