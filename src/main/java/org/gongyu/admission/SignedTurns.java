package org.gongyu.admission;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Signer;

import org.springframework.stereotype.Component;

/**
 * Says of an account that it is its turn to hold seats of a slot: a time under a
 * signature (HMAC-SHA256, 128 bits) that is good for this account and this slot alone.
 */
@Component
class SignedTurns {

	private static final int SIGNATURE = 16;

	private final Signer signer;

	private final Clock clock;

	SignedTurns(HubProperties hub, Clock clock) {
		this.signer = hub.signer("turn");
		this.clock = clock;
	}

	String of(UUID account, UUID slot, Instant until) {
		byte[] signature = this.signer.sign(data(account, slot, until.toEpochMilli()), SIGNATURE);
		byte[] turn = ByteBuffer.allocate(8 + SIGNATURE).putLong(until.toEpochMilli()).put(signature).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(turn);
	}

	/**
	 * Whether it is the account's turn.
	 */
	boolean stands(String turn, UUID account, UUID slot) {
		byte[] bytes = Sealed.bytes(turn, 8 + SIGNATURE);
		if (bytes == null) {
			return false;
		}
		long until = ByteBuffer.wrap(bytes).getLong();
		return this.clock.millis() < until
				&& this.signer.verifies(data(account, slot, until), Arrays.copyOfRange(bytes, 8, bytes.length));
	}

	private static byte[] data(UUID account, UUID slot, long until) {
		return ByteBuffer.allocate(5 * 8)
			.putLong(account.getMostSignificantBits())
			.putLong(account.getLeastSignificantBits())
			.putLong(slot.getMostSignificantBits())
			.putLong(slot.getLeastSignificantBits())
			.putLong(until)
			.array();
	}

}
