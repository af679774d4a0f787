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
 * still running when its hold is asked about. Every statement that is in a hurry has an
 * index: a plan that was made while a table was empty would read all of it, for as long
 * as the plan is kept, and a release may fill it within seconds.
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
					Map.of("application_name", "gongyu", "jit", "off", "enable_seqscan", "off", "timezone", "UTC"));
	}

}
