package org.gongyu.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Says in one line which settings are missing, before anything else is tried.
 */
class RequiredSettings implements EnvironmentPostProcessor {

	/** Each setting with the environment variable that gives it. */
	private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

	static {
		REQUIRED.put("spring.r2dbc.url", "SPRING_R2DBC_URL");
		REQUIRED.put("spring.r2dbc.username", "SPRING_R2DBC_USERNAME");
		REQUIRED.put("spring.r2dbc.password", "SPRING_R2DBC_PASSWORD");
		REQUIRED.put("spring.flyway.url", "SPRING_FLYWAY_URL");
		REQUIRED.put("spring.flyway.user", "SPRING_FLYWAY_USER");
		REQUIRED.put("spring.flyway.password", "SPRING_FLYWAY_PASSWORD");
		REQUIRED.put("gongyu.secret", "GONGYU_SECRET");
		REQUIRED.put("gongyu.vault-keys", "GONGYU_VAULT_KEYS");
	}

	/** One of these says where Redis is. */
	private static final List<String> REDIS = List.of("spring.data.redis.host", "spring.data.redis.url",
			"spring.data.redis.cluster.nodes", "spring.data.redis.sentinel.master");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		List<String> missing = new ArrayList<>(REQUIRED.entrySet()
			.stream()
			.filter(each -> environment.getProperty(each.getKey()) == null)
			.map(Map.Entry::getValue)
			.toList());
		if (REDIS.stream().allMatch(key -> environment.getProperty(key) == null)) {
			missing.add("SPRING_DATA_REDIS_HOST");
		}
		if (!missing.isEmpty()) {
			throw new UnfitSurroundings(
					"Gongyu cannot start, these settings are missing: " + String.join(", ", missing));
		}
	}

}
