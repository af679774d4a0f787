package org.gongyu.load.limits;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.ReferenceCountUtil;
import org.HdrHistogram.Histogram;

/**
 * Many connections that listen to the events of one slot. What they hear is not read,
 * only when: the first bytes after a change are its delivery.
 */
@Sharable
final class Listeners extends ChannelInboundHandlerAdapter implements AutoCloseable {

	private static final int AT_ONCE = 100;

	private static final String OK = "HTTP/1.1 200";

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());

	private final Set<Channel> channels = ConcurrentHashMap.newKeySet();

	private final Histogram delays = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);

	private final AtomicLong answered = new AtomicLong();

	private final AtomicLong heard = new AtomicLong();

	private final int port;

	private final String path;

	/** Of all that is heard from now on; 0 while nothing is measured. */
	private volatile long changedAt;

	Listeners(int port, String path) {
		this.port = port;
		this.path = path;
	}

	int count() {
		return this.channels.size();
	}

	/**
	 * Goes on until so many listen. Who is turned away comes again.
	 */
	void growTo(int count) throws InterruptedException {
		Bootstrap client = new Bootstrap().group(this.group).channel(EpollSocketChannel.class).handler(this);
		while (count() < count) {
			int more = Math.min(AT_ONCE, count - count());
			long before = this.answered.get();
			for (int i = 0; i < more; i++) {
				client.connect("127.0.0.1", this.port).sync();
			}
			await(this.answered, before + more, TimeUnit.SECONDS.toNanos(10));
		}
	}

	/**
	 * Makes a change and waits until everybody has heard of it; false when somebody has
	 * not.
	 */
	boolean hear(Runnable change, long patience) {
		long before = this.heard.get();
		this.changedAt = System.nanoTime();
		change.run();
		boolean all = await(this.heard, before + count(), patience);
		this.changedAt = 0;
		return all;
	}

	private static boolean await(AtomicLong counter, long count, long patience) {
		long until = System.nanoTime() + patience;
		while (counter.get() < count && System.nanoTime() < until) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
		}
		return counter.get() >= count;
	}

	/**
	 * What was heard so far does not count.
	 */
	void forget() {
		this.delays.reset();
	}

	double millis(double percentile) {
		return this.delays.getValueAtPercentile(percentile) / 1e6;
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		ByteBuf request = context.alloc().buffer();
		request.writeCharSequence(
				"GET " + this.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n",
				StandardCharsets.US_ASCII);
		context.writeAndFlush(request, context.voidPromise());
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object read) {
		boolean known = this.channels.contains(context.channel());
		boolean served = known || OK.equals(((ByteBuf) read).toString(0, OK.length(), StandardCharsets.US_ASCII));
		ReferenceCountUtil.release(read);
		if (!known) {
			this.answered.incrementAndGet();
			if (!served || !this.channels.add(context.channel())) {
				context.close();
			}
		}
		long since = this.changedAt;
		if (known && since != 0) {
			this.delays.recordValue(System.nanoTime() - since);
			this.heard.incrementAndGet();
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.channels.remove(context.channel());
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

	@Override
	public void close() {
		this.channels.forEach(Channel::close);
		this.group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
	}

}
