package org.gongyu.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.EventExecutor;
import reactor.netty.resources.LoopResources;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * One Redis connection for each event loop of Reactor Netty. A command is sent and
 * answered on the loop that asks, so a request never hops threads. While a connection is
 * down its commands fail at once instead of queueing.
 */
@Component
public class RedisConnections implements DisposableBean {

	private record Lane(EventLoop loop, ClientResources resources, LettuceConnectionFactory factory,
			RedisClusterAsyncCommands<byte[], byte[]> commands) {

		void close() {
			this.factory.destroy();
			shutdown(this.resources);
		}

	}

	private static final int MOST_TOGETHER = 256;

	private final ClientResources resources;

	private final List<Lane> lanes = new ArrayList<>();

	private final AtomicInteger next = new AtomicInteger();

	private volatile boolean closed;

	RedisConnections(LettuceConnectionFactory template, LoopResources loops, RedisProperties properties) {
		this.resources = ClientResources.builder()
			.ioThreadPoolSize(2)
			.computationThreadPoolSize(2)
			.nettyCustomizer(new Together())
			.reconnectDelay(
					Delay.exponential(Duration.ofMillis(5), properties.reconnectDelay(), 2, TimeUnit.MILLISECONDS))
			.build();
		for (EventExecutor executor : loops.onServer(true)) {
			this.lanes.add(lane((EventLoop) executor, template, properties));
		}
	}

	/**
	 * The commands of the caller's own event loop; from any other thread those of the
	 * loops in turn. While the hub stops there are none any more.
	 */
	public RedisClusterAsyncCommands<byte[], byte[]> commands() {
		if (this.closed) {
			throw new RedisConnectionException("The connections to Redis are closed");
		}
		for (Lane lane : this.lanes) {
			if (lane.loop().inEventLoop()) {
				return lane.commands();
			}
		}
		return this.lanes.get(Math.floorMod(this.next.getAndIncrement(), this.lanes.size())).commands();
	}

	private Lane lane(EventLoop loop, LettuceConnectionFactory template, RedisProperties properties) {
		ClientResources pinned = this.resources.mutate().eventLoopGroupProvider(new PinnedEventLoop(loop)).build();
		LettuceConnectionFactory factory = new LettuceConnectionFactory(target(template), client(
				template.getClientConfiguration(), pinned, properties, template.getClusterConfiguration() != null));
		factory.setEagerInitialization(true);
		factory.afterPropertiesSet();
		factory.start();
		return new Lane(loop, pinned, factory, ((LettuceConnection) factory.getConnection()).getNativeConnection());
	}

	private static RedisConfiguration target(LettuceConnectionFactory template) {
		if (template.getClusterConfiguration() != null) {
			return template.getClusterConfiguration();
		}
		if (template.getSentinelConfiguration() != null) {
			return template.getSentinelConfiguration();
		}
		return template.getStandaloneConfiguration();
	}

	private static LettuceClientConfiguration client(LettuceClientConfiguration given, ClientResources resources,
			RedisProperties properties, boolean cluster) {
		var builder = LettuceClientConfiguration.builder()
			.clientResources(resources)
			.clientOptions(options(properties, cluster))
			.commandTimeout(properties.commandTimeout())
			.shutdownTimeout(Duration.ofMillis(100));
		return given.isUseSsl() ? builder.useSsl().build() : builder.build();
	}

	private static ClientOptions options(RedisProperties properties, boolean cluster) {
		ClientOptions.Builder builder = cluster ? ClusterClientOptions.builder()
			.topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
				.adaptiveRefreshTriggersTimeout(Duration.ofSeconds(1))
				.enablePeriodicRefresh(Duration.ofSeconds(10))
				.build()) : ClientOptions.builder();
		return builder.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.requestQueueSize(properties.queue())
			.timeoutOptions(TimeoutOptions.enabled(properties.commandTimeout()))
			.build();
	}

	@Override
	public void destroy() {
		this.closed = true;
		this.lanes.forEach(Lane::close);
		shutdown(this.resources);
	}

	/**
	 * Commands that are sent in one turn of an event loop go out together: a system call
	 * for each of them would cost more than the commands do.
	 */
	private static final class Together implements NettyCustomizer {

		@Override
		public void afterChannelInitialized(Channel channel) {
			channel.pipeline().addFirst(new FlushConsolidationHandler(MOST_TOGETHER, true));
		}

	}

	private static void shutdown(ClientResources resources) {
		resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
	}

}
