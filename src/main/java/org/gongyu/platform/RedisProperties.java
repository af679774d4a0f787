package org.gongyu.platform;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the Redis connections; addresses and passwords stand under
 * {@code spring.data.redis}.
 *
 * @param commandTimeout after which an unanswered command fails
 * @param reconnectDelay the longest pause between two attempts to reconnect
 * @param queue how many commands may wait on one connection
 * @param requireNoEviction whether the hub refuses to start on a Redis that may evict
 * keys
 */
@ConfigurationProperties("gongyu.redis")
record RedisProperties(@DefaultValue("1s") Duration commandTimeout, @DefaultValue("500ms") Duration reconnectDelay,
		@DefaultValue("20000") int queue, @DefaultValue("true") boolean requireNoEviction) {
}
