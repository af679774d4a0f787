package org.gongyu.load.limits;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A party that books one seat at the plain alternative.
 */
record PlainStep(Household who, String slot) implements Step {

	@Override
	public void write(ByteBuf to) {
		this.who.post(to, "/bookings", "-",
				"{\"slotId\":\"" + this.slot + "\",\"seats\":1,\"household\":\"" + this.who.id() + "\"}");
	}

	@Override
	public @Nullable Step answered(int status, ByteBuf body) {
		return null;
	}

}
