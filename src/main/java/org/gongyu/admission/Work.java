package org.gongyu.admission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks everybody who joins a long line for a second of their device's time, which is
 * nothing for one family and much for who joins in thousands: a number that, written
 * behind the ticket and a colon, gives a SHA-256 with so many zero bits in front
 * (hashcash, Back 2002).
 */
class Work implements Proof {

	private static final int LONGEST = 20;

	@Override
	public Mono<Boolean> given(String ticket, int bits, @Nullable String answer) {
		return Mono
			.just(bits == 0 || answer != null && answer.length() <= LONGEST && zeros(ticket + ":" + answer) >= bits);
	}

	static int zeros(String text) {
		byte[] hash = digest(text.getBytes(StandardCharsets.US_ASCII));
		int zeros = 0;
		for (byte each : hash) {
			if (each != 0) {
				return zeros + Integer.numberOfLeadingZeros(each & 0xff) - 24;
			}
			zeros += 8;
		}
		return zeros;
	}

	private static byte[] digest(byte[] data) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(data);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
