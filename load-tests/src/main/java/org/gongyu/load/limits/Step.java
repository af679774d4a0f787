package org.gongyu.load.limits;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One request of a party, and what follows from its answer.
 */
interface Step {

	/**
	 * Writes the request as HTTP/1.1.
	 */
	void write(ByteBuf to);

	/**
	 * Hears the answer, status 0 when the connection broke.
	 * @return the party's next request, on the same connection; null when it is done
	 */
	@Nullable Step answered(int status, ByteBuf body);

}
