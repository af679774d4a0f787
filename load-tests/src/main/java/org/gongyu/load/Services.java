package org.gongyu.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import redis.embedded.RedisServer;

/**
 * A PostgreSQL and a Redis of the run's own, on free ports of the loopback address, with
 * an empty database and the hub's two logins.
 */
final class Services implements AutoCloseable {

	private static final String DATABASE = "gongyu";

	private static final String OWNER = "gongyu_owner";

	private static final String APPLICATION = "gongyu_app";

	private static final String PASSWORD = "gongyu";

	private final EmbeddedPostgres postgres;

	private final RedisServer redis;

	private final int redisPort;

	private Services(EmbeddedPostgres postgres, RedisServer redis, int redisPort) {
		this.postgres = postgres;
		this.redis = redis;
		this.redisPort = redisPort;
	}

	static Services start() throws IOException, SQLException {
		int redisPort = freePort();
		Services services = new Services(startPostgres(), redis(redisPort), redisPort);
		Runtime.getRuntime().addShutdownHook(new Thread(services::close));
		try {
			services.redis.start();
			services.execute("postgres", "create role " + OWNER + " login password '" + PASSWORD + "'",
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
	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * The environment variables with which the hub uses these services.
	 */
	Map<String, String> settings() {
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
	void addVenues(int venues) throws SQLException {
		execute(DATABASE,
				"""
						insert into venue (id, organization_id, site_id, name, name_key, kind, region, address, booking_mode, zone)
						select id, gen_random_uuid(), id, 'Museum ' || n, 'museum' || n, 'MUSEUM', '云溪区', n || ' River Road',
						       'REQUIRED', 'Asia/Shanghai'
						  from (select n, gen_random_uuid() as id from generate_series(1, %d) n) v"""
					.formatted(venues),
				"analyze venue");
	}

	private void execute(String database, String... statements) throws SQLException {
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

	private static EmbeddedPostgres startPostgres() throws IOException {
		return EmbeddedPostgres.builder()
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("max_connections", "50")
			.setServerConfig("shared_buffers", "128MB")
			.setPGStartupWait(Duration.ofSeconds(60))
			.start();
	}

	private static RedisServer redis(int port) throws IOException {
		return RedisServer.newRedisServer()
			.port(port)
			.setting("maxmemory-policy noeviction")
			.setting("save \"\"")
			.setting("bind 127.0.0.1")
			.build();
	}

}
