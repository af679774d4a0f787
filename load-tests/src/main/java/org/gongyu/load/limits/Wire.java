package org.gongyu.load.limits;

import java.util.Objects;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import org.jspecify.annotations.Nullable;

/**
 * One kept connection with at most one request under way. All of it happens on one event
 * loop.
 */
final class Wire extends SimpleChannelInboundHandler<FullHttpResponse> {

	private static final int LONGEST = 256 * 1024;

	private @Nullable Channel channel;

	private @Nullable Step step;

	private long scheduled;

	private @Nullable Traffic traffic;

	@Override
	public boolean isSharable() {
		return true;
	}

	ChannelFuture connect(Bootstrap client, int port) {
		return client.clone().handler(new WireStart(this)).connect("127.0.0.1", port);
	}

	/**
	 * What reads answers on a new connection.
	 */
	private static final class WireStart extends io.netty.channel.ChannelInitializer<Channel> {

		private final Wire wire;

		WireStart(Wire wire) {
			this.wire = wire;
		}

		@Override
		protected void initChannel(Channel channel) {
			channel.pipeline().addLast(new HttpResponseDecoder(), new HttpObjectAggregator(LONGEST), this.wire);
		}

	}

	boolean connected() {
		return this.channel != null && this.channel.isActive();
	}

	void send(Step next, long at, Traffic by) {
		this.scheduled = at;
		this.traffic = by;
		write(next);
	}

	private void write(Step next) {
		Channel open = Objects.requireNonNull(this.channel);
		this.step = next;
		ByteBuf request = open.alloc().buffer(1024);
		next.write(request);
		open.writeAndFlush(request, open.voidPromise());
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		this.channel = context.channel();
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, FullHttpResponse answer) {
		finished(answer.status().code(), answer.content());
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		finished(0, Unpooled.EMPTY_BUFFER);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

	private void finished(int status, ByteBuf body) {
		Step asked = this.step;
		if (asked == null) {
			return;
		}
		this.step = null;
		Step next = asked.answered(status, body);
		if (next != null && status != 0) {
			write(next);
			return;
		}
		Objects.requireNonNull(this.traffic).answered(this, this.scheduled, status);
	}

}
