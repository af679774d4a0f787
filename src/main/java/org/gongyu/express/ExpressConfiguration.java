package org.gongyu.express;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Validator;
import org.gongyu.account.Doorkeeper;
import org.gongyu.platform.AddressLimits;
import org.gongyu.platform.Problems;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Puts the lane in front of all filters.
 */
@Configuration(proxyBeanMethods = false)
class ExpressConfiguration {

	@Bean
	@Order(0)
	WebHttpHandlerBuilderCustomizer expressLane(List<ExpressRoute<?, ?>> routes, List<ExpressStream> streams,
			Doorkeeper doorkeeper, AddressLimits limits, JsonMapper json, Validator validator, Problems problems,
			MeterRegistry meters) {
		ExpressAnswers answers = new ExpressAnswers(json, problems, meters);
		List<ExpressDoor<?, ?>> doors = routes.stream()
			.<ExpressDoor<?, ?>>map(route -> ExpressDoor.of(route, doorkeeper, json, validator))
			.toList();
		return builder -> builder.httpHandlerDecorator(
				next -> new ExpressStreams(streams, doorkeeper, new ExpressLane(doors, limits, answers, next)));
	}

}
