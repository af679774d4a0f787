package org.gongyu.load.limits;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A request that asks for nothing.
 */
record HelloStep(Household who) implements Step {

	@Override
	public void write(ByteBuf to) {
		this.who.get(to, "/hello");
	}

	@Override
	public @Nullable Step answered(int status, ByteBuf body) {
		return null;
	}

}
