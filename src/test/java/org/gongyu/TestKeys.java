package org.gongyu;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets for tests.
 */
public final class TestKeys {

	/** A hub secret of 32 bytes. */
	public static final String SECRET = Base64.getEncoder()
		.encodeToString("a secret of 32 bytes, for tests!".getBytes(StandardCharsets.UTF_8));

	private TestKeys() {
	}

	/**
	 * A fresh key for children's names.
	 */
	public static String vaultKeys() {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return "1:" + Base64.getEncoder().encodeToString(key);
	}

}
