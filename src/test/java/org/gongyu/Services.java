package org.gongyu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/**
 * A PostgreSQL and a Redis for one test run: embedded ones, or those that the environment
 * names in {@code GONGYU_TEST_POSTGRES} (host:port, superuser postgres without password)
 * and {@code GONGYU_TEST_REDIS} (host:port).
 */
public final class Services {

	private static final String POSTGRES = System.getenv("GONGYU_TEST_POSTGRES");

	private static final String REDIS = System.getenv("GONGYU_TEST_REDIS");

	private static @Nullable Services shared;

	private final String postgres;

	private final String redis;

	private Services(String postgres, String redis) {
		this.postgres = postgres;
		this.redis = redis;
	}

	/**
	 * The services that all tests of this JVM share.
	 */
	public static synchronized Services shared() {
		if (shared == null) {
			shared = new Services((POSTGRES != null) ? POSTGRES : startPostgres(null, 0),
					(REDIS != null) ? REDIS : "localhost:" + startRedis(null));
		}
		return shared;
	}

	/**
	 * Services that keep their data in a folder.
	 */
	static Services in(Path folder) {
		return new Services(startPostgres(folder.resolve("postgres"), 0),
				"localhost:" + startRedis(folder.resolve("redis")));
	}

	public String postgres() {
		return this.postgres;
	}

	public String redisHost() {
		return this.redis.substring(0, this.redis.indexOf(':'));
	}

	public int redisPort() {
		return Integer.parseInt(this.redis.substring(this.redis.indexOf(':') + 1));
	}

	/**
	 * The settings with which the hub uses a database of these services, under its two
	 * logins.
	 */
	public Map<String, Object> settings(String database) {
		Databases.create(this.postgres, database);
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("spring.r2dbc.url", "r2dbc:postgresql://" + this.postgres + "/" + database);
		settings.put("spring.r2dbc.username", Databases.APPLICATION);
		settings.put("spring.r2dbc.password", Databases.PASSWORD);
		settings.put("spring.flyway.url", "jdbc:postgresql://" + this.postgres + "/" + database);
		settings.put("spring.flyway.user", Databases.OWNER);
		settings.put("spring.flyway.password", Databases.PASSWORD);
		settings.put("spring.data.redis.host", redisHost());
		settings.put("spring.data.redis.port", redisPort());
		return settings;
	}

	private static String startPostgres(@Nullable Path folder, int port) {
		try {
			var builder = EmbeddedPostgres.builder()
				.setServerConfig("max_connections", "200")
				.setServerConfig("shared_buffers", "128MB")
				.setPGStartupWait(Duration.ofSeconds(60));
			if (folder != null) {
				builder.setDataDirectory(folder).setCleanDataDirectory(false);
			}
			return "localhost:" + builder.setPort(port).start().getPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int startRedis(@Nullable Path folder) {
		try {
			int port = freePort();
			var builder = RedisServer.newRedisServer()
				.port(port)
				.setting("maxmemory-policy noeviction")
				.setting("save \"\"")
				.setting("bind 127.0.0.1");
			if (folder != null) {
				Files.createDirectories(folder);
				builder.setting("dir " + folder).setting("appendonly yes");
			}
			RedisServer server = builder.build();
			server.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
			return port;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void stop(RedisServer server) {
		try {
			server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
