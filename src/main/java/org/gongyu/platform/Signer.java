package org.gongyu.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs with HMAC-SHA256 (RFC 2104) under a key that is derived from the hub's secret for
 * one purpose, so that a signature made for one purpose proves nothing for another. Safe
 * for use by many threads.
 */
public final class Signer {

	private final Mac mac;

	Signer(byte[] secret, String purpose) {
		this.mac = macOf(macOf(secret).doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The first {@code length} bytes (at most 32) of the signature over the data.
	 */
	public byte[] sign(byte[] data, int length) {
		try {
			return Arrays.copyOf(((Mac) this.mac.clone()).doFinal(data), length);
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("HmacSHA256 cannot be cloned", ex);
		}
	}

	/**
	 * Whether the signature belongs to the data, compared in constant time.
	 */
	public boolean verifies(byte[] data, byte[] signature) {
		return MessageDigest.isEqual(sign(data, signature.length), signature);
	}

	private static Mac macOf(byte[] key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HmacSHA256 is missing", ex);
		}
	}

}
