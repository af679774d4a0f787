package org.gongyu.overload;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;
import reactor.netty.resources.LoopResources;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * How late each event loop is: how long what is due has to wait for what came before it.
 * The least of a fifth of a second counts, so that a queue shows and a pause does not
 * (Nichols and Jacobson, Controlling queue delay, 2012).
 */
@Component
class LoopLag implements DisposableBean {

	private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

	private static final long SPAN = TimeUnit.MILLISECONDS.toNanos(200);

	/** A collection of garbage makes one tick late, a queue makes all of them. */
	private static final int SEVERAL = 3;

	private static final FastThreadLocal<@Nullable Gauge> OWN = new FastThreadLocal<>();

	private volatile boolean closed;

	LoopLag(LoopResources loops) {
		for (EventExecutor executor : loops.onServer(true)) {
			EventLoop loop = (EventLoop) executor;
			loop.execute(() -> {
				OWN.set(new Gauge(System.nanoTime()));
				next(loop);
			});
		}
	}

	/**
	 * How late the caller's event loop is, in nanoseconds; 0 on any other thread.
	 */
	long nanos() {
		Gauge own = OWN.getIfExists();
		return (own != null) ? own.lag : 0;
	}

	private void next(EventLoop loop) {
		long due = System.nanoTime() + TICK;
		Future<?> unused = loop.schedule(() -> tick(loop, due), TICK, TimeUnit.NANOSECONDS);
	}

	private void tick(EventLoop loop, long due) {
		Gauge own = OWN.get();
		if (own != null && !this.closed) {
			own.add(System.nanoTime(), due);
			next(loop);
		}
	}

	@Override
	public void destroy() {
		this.closed = true;
	}

	/** Belongs to one thread. */
	private static final class Gauge {

		private long lag;

		private long least = Long.MAX_VALUE;

		private long since;

		private int ticks;

		Gauge(long now) {
			this.since = now;
		}

		void add(long now, long due) {
			this.least = Math.min(this.least, Math.max(0, now - due));
			this.ticks++;
			if (now - this.since >= SPAN && this.ticks >= SEVERAL) {
				this.lag = this.least;
				this.least = Long.MAX_VALUE;
				this.since = now;
				this.ticks = 0;
			}
		}

	}

}
