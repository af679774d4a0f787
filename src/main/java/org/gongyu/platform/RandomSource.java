package org.gongyu.platform;

import java.security.DrbgParameters;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * The one random source: a DRBG (NIST SP 800-90A) seeded once at start, so that drawing
 * never reads from the operating system on an event loop.
 */
@Component
public class RandomSource {

	private final SecureRandom random;

	private final Clock clock;

	RandomSource(Clock clock) throws NoSuchAlgorithmException {
		this.clock = clock;
		this.random = SecureRandom.getInstance("DRBG",
				DrbgParameters.instantiation(256, DrbgParameters.Capability.NONE, null));
		this.random.nextBytes(new byte[32]);
	}

	/**
	 * A time-ordered id (UUID version 7, RFC 9562): 48 bits of milliseconds, 74 random
	 * bits. Not a secret.
	 */
	public UUID id() {
		byte[] bytes = bytes(10);
		long high = (this.clock.millis() << 16) | 0x7000 | ((bytes[0] & 0x0F) << 8) | (bytes[1] & 0xFF);
		long low = 0;
		for (int i = 2; i < 10; i++) {
			low = (low << 8) | (bytes[i] & 0xFF);
		}
		return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
	}

	/**
	 * Random bytes, fit for secrets.
	 */
	public byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

	/**
	 * The generator itself, for libraries that ask for one.
	 */
	public SecureRandom generator() {
		return this.random;
	}

	/**
	 * A secret of 256 bits in URL-safe letters.
	 */
	public String secret() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
	}

}
