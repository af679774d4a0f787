package org.gongyu.admission;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;

/**
 * A place in a slot's line, under a signature (HMAC-SHA256, 128 bits): it says by itself
 * whose it is, so that it outlives a loss of the counters.
 *
 * @param number the place: lower ones came earlier
 * @param seats how many seats are wanted
 * @param workBits how much work is asked for (see {@link Work}); 0 for none
 */
record Ticket(UUID slot, UUID account, long number, int seats, int workBits, Instant joinedAt) {

	private static final int DATA = 2 * 16 + 8 + 2 + 1 + 8;

	private static final int SIGNATURE = 16;

	String seal(Signer signer) {
		ByteBuffer sealed = ByteBuffer.allocate(DATA + SIGNATURE);
		sealed.putLong(this.slot.getMostSignificantBits()).putLong(this.slot.getLeastSignificantBits());
		sealed.putLong(this.account.getMostSignificantBits()).putLong(this.account.getLeastSignificantBits());
		sealed.putLong(this.number).putShort((short) this.seats).put((byte) this.workBits);
		sealed.putLong(this.joinedAt.toEpochMilli());
		sealed.put(signer.sign(Arrays.copyOf(sealed.array(), DATA), SIGNATURE));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
	}

	/**
	 * Opens a ticket; null when it is forged or none of ours.
	 */
	static @Nullable Ticket open(String sealed, Signer signer) {
		byte[] bytes = Sealed.bytes(sealed, DATA + SIGNATURE);
		if (bytes == null
				|| !signer.verifies(Arrays.copyOf(bytes, DATA), Arrays.copyOfRange(bytes, DATA, bytes.length))) {
			return null;
		}
		ByteBuffer data = ByteBuffer.wrap(bytes);
		return new Ticket(new UUID(data.getLong(), data.getLong()), new UUID(data.getLong(), data.getLong()),
				data.getLong(), data.getShort(), data.get(), Instant.ofEpochMilli(data.getLong()));
	}

}
