package org.gongyu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running hub on the shared services, on a free port; several may share a database.
 */
public final class Hub implements AutoCloseable {

	private static final String NAME_KEYS = TestKeys.vaultKeys();

	/** All tests come from one address, and some are faster than people. */
	private static final List<String> LIMITS = List.of("sign-in-by-login", "sign-in-by-address", "sign-up-by-address",
			"sign-up-by-login", "hold-by-account", "hold-by-household", "hold-by-address", "unused-holds-by-household",
			"search-by-address", "import-by-account", "code-by-login", "password-by-account", "voucher-by-account",
			"line-by-account");

	private final ConfigurableApplicationContext context;

	private final String database;

	private Hub(ConfigurableApplicationContext context, String database) {
		this.context = context;
		this.database = database;
	}

	/**
	 * Starts a hub on a new database.
	 */
	public static Hub start(String... settings) {
		return on(newDatabase(), settings);
	}

	/**
	 * The name of a database that does not exist yet.
	 */
	public static String newDatabase() {
		return "hub_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
	}

	/**
	 * Starts a hub on a database that may exist.
	 * @param settings further settings as key=value
	 */
	public static Hub on(String database, String... settings) {
		return with(List.of(), database, settings);
	}

	/**
	 * Starts a hub with further beans.
	 * @param beans classes with {@code @Bean} methods
	 */
	public static Hub with(List<Class<?>> beans, String database, String... settings) {
		Map<String, Object> all = new HashMap<>(Services.shared().settings(database));
		all.put("server.port", 0);
		all.put("gongyu.secret", TestKeys.SECRET);
		all.put("gongyu.vault-keys", NAME_KEYS);
		all.put("gongyu.account.secure-cookies", false);
		all.put("gongyu.account.hashing.memory-kib", 1024);
		all.put("gongyu.account.hashing.iterations", 1);
		all.put("gongyu.outbox.poll", "200ms");
		// the machine of the tests has more to do than a hub's, and no test is to be
		// turned away by chance
		all.put("gongyu.overload.target", "1m");
		all.put("gongyu.overload.browse-lag", "1m");
		all.put("gongyu.overload.hold-lag", "1m");
		all.put("gongyu.overload.confirm-lag", "1m");
		for (String limit : LIMITS) {
			all.put("gongyu.limits." + limit + ".acts", 1_000_000_000);
		}
		for (String setting : settings) {
			int equals = setting.indexOf('=');
			all.put(setting.substring(0, equals), setting.substring(equals + 1));
		}
		String[] args = all.entrySet()
			.stream()
			.map(each -> "--" + each.getKey() + "=" + each.getValue())
			.toArray(String[]::new);
		SpringApplicationBuilder application = new SpringApplicationBuilder(GongyuApplication.class);
		return new Hub(application.sources(beans.toArray(Class<?>[]::new)).run(args), database);
	}

	public String database() {
		return this.database;
	}

	public int port() {
		return Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	public String address() {
		return "http://localhost:" + port();
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public <T> T bean(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	/**
	 * Runs SQL in the hub's database as its owner.
	 */
	public void execute(String sql) {
		Databases.execute(Services.shared().postgres(), this.database, sql);
	}

	/**
	 * The first column of the first row of a query in the hub's database.
	 */
	public @Nullable String query(String sql) {
		return Databases.query(Services.shared().postgres(), this.database, sql);
	}

	/**
	 * All rows of the hub's tables as text, bytes in hexadecimal.
	 */
	public String dump() {
		return Databases.dump(Services.shared().postgres(), this.database);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
