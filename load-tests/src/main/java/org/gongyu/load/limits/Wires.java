package org.gongyu.load.limits;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;

/**
 * Kept connections to one address, driven by one thread: as little of the machine as a
 * client can take, so that it measures the server.
 */
final class Wires implements AutoCloseable {

	private static final long TICK_MICROS = 200;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());

	private final EventLoop loop = this.group.next();

	private final Bootstrap client = new Bootstrap().group(this.loop)
		.channel(EpollSocketChannel.class)
		.option(ChannelOption.TCP_NODELAY, true);

	private final List<Wire> wires;

	private final int port;

	private Wires(int port, int count) {
		this.port = port;
		this.wires = Stream.generate(Wire::new).limit(count).toList();
	}

	static Wires to(int port, int count) {
		return new Wires(port, count);
	}

	/**
	 * As much as the server takes: each connection sends the next request when it has the
	 * answer to the last one (a closed model: for rates, not for latencies).
	 */
	Measured saturate(Supplier<? extends Step> steps, Duration time) {
		long end = System.nanoTime() + time.toNanos();
		return run(now -> (now < end) ? now : Traffic.Schedule.NEVER, steps);
	}

	/**
	 * One request for each step, as fast as they are answered.
	 */
	Measured all(List<? extends Step> steps) {
		return crowd(steps, Duration.ZERO);
	}

	/**
	 * So many a second, whether or not earlier ones were answered (an open model).
	 */
	Measured steady(Supplier<? extends Step> steps, double perSecond, Duration time) {
		long total = (long) (perSecond * time.toNanos() / 1e9);
		return run(new Arrivals(total, time.toNanos()), steps);
	}

	/**
	 * Everybody comes within the time, evenly; ends when everybody was answered.
	 */
	Measured crowd(List<? extends Step> steps, Duration within) {
		var each = steps.iterator();
		return run(new Arrivals(steps.size(), within.toNanos()), each::next);
	}

	/** Servers close what was idle for a while. */
	private void connect() {
		this.wires.stream()
			.filter(wire -> !wire.connected())
			.forEach(wire -> wire.connect(this.client, this.port).syncUninterruptibly());
	}

	private Measured run(Traffic.Schedule schedule, Supplier<? extends Step> steps) {
		connect();
		CompletableFuture<Measured> result = new CompletableFuture<>();
		this.loop.execute(() -> {
			Traffic traffic = new Traffic(schedule, steps::get, this.wires);
			var ticks = this.loop.scheduleAtFixedRate(traffic::tick, 0, TICK_MICROS, TimeUnit.MICROSECONDS);
			traffic.end().whenComplete((measured, error) -> {
				ticks.cancel(false);
				result.complete(measured);
			});
		});
		try {
			return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("Not everybody was answered in " + PATIENCE, ex);
		}
	}

	@Override
	public void close() {
		this.group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
	}

	/**
	 * Arrivals at even distances.
	 */
	private static final class Arrivals implements Traffic.Schedule {

		private final long total;

		private final double period;

		private long start;

		private long arrived;

		Arrivals(long total, long within) {
			this.total = total;
			this.period = (double) within / total;
		}

		@Override
		public long due(long now) {
			if (this.arrived == this.total) {
				return NEVER;
			}
			if (this.arrived == 0 && this.start == 0) {
				this.start = now;
			}
			long at = this.start + (long) (this.arrived * this.period);
			if (at > now) {
				return NOT_YET;
			}
			this.arrived++;
			return at;
		}

	}

}
