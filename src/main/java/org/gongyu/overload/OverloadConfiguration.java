package org.gongyu.overload;

import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Looks at requests before everything else does.
 */
@Configuration(proxyBeanMethods = false)
class OverloadConfiguration {

	/** The decorator that comes last is outermost. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebHttpHandlerBuilderCustomizer shedding(LoopLag lag, Busy busy, OverloadProperties properties) {
		return builder -> builder.httpHandlerDecorator(next -> new Shedding(lag::nanos, busy, properties, next));
	}

}
