package org.gongyu.inventory;

import org.gongyu.platform.RedisConnections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/**
 * The image on Redis' own clock.
 */
@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {

	@Bean
	SeatImage seatImage(RedisConnections connections, ResourceLoader resources, InventoryProperties properties) {
		return new SeatImage(connections, resources, properties, () -> 0);
	}

}
