package org.gongyu.platform;

import java.util.concurrent.TimeUnit;

import io.netty.channel.socket.SocketChannel;
import reactor.netty.resources.LoopResources;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where the seat protocol would be unsafe or the event loops would be
 * slow: Redis must never evict a key, for a partial eviction hides live holds; on Linux
 * the loops must be epoll's.
 */
@Component
class StartChecks implements InitializingBean {

	private final LettuceConnectionFactory redis;

	private final LoopResources loops;

	private final RedisProperties properties;

	StartChecks(LettuceConnectionFactory redis, LoopResources loops, RedisProperties properties) {
		this.redis = redis;
		this.loops = loops;
		this.properties = properties;
	}

	@Override
	public void afterPropertiesSet() {
		epoll();
		if (this.properties.requireNoEviction()) {
			noEviction();
		}
	}

	private void epoll() {
		if (!LoopResources.hasNativeSupport()) {
			return;
		}
		String channel = this.loops.onChannelClass(SocketChannel.class, this.loops.onServer(true)).getSimpleName();
		if (!channel.startsWith("Epoll")) {
			throw new UnfitSurroundings(
					"The event loops use " + channel + " and not epoll: remove io_uring from the class path.");
		}
	}

	private void noEviction() {
		try (RedisConnection connection = this.redis.getConnection()) {
			Object policy = connection.serverCommands().getConfig("maxmemory-policy").values().iterator().next();
			if (!"noeviction".equals(policy)) {
				throw new UnfitSurroundings(
						"Redis may evict live holds: set maxmemory-policy to noeviction (it is " + policy + ").");
			}
		}
	}

}
