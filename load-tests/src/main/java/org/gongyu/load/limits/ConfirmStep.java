package org.gongyu.load.limits;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A party that books what it holds.
 */
record ConfirmStep(Household who, String hold) implements Step {

	@Override
	public void write(ByteBuf to) {
		this.who.post(to, "/api/v1/bookings", "-", "{\"holdId\":\"" + this.hold + "\"}");
	}

	@Override
	public @Nullable Step answered(int status, ByteBuf body) {
		return null;
	}

}
