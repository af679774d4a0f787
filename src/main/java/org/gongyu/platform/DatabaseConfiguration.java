package org.gongyu.platform;

import java.time.Duration;
import java.util.Map;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connections to PostgreSQL on the loops of the HTTP server. A statement ends by itself
 * after five seconds, before the claim window of a confirm does, so a confirm is never
 * still running when its hold is asked about.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(5);

	@Bean
	ConnectionFactoryOptionsBuilderCustomizer postgresOptions(LoopResources loops) {
		return options -> options.option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, loops)
			.option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT, STATEMENT_TIMEOUT)
			.option(PostgresqlConnectionFactoryProvider.TCP_NODELAY, true)
			.option(PostgresqlConnectionFactoryProvider.OPTIONS,
					Map.of("application_name", "gongyu", "jit", "off", "timezone", "UTC"));
	}

}
