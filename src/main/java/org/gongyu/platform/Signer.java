package org.gongyu.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs with HMAC-SHA256 (RFC 2104) under a key that is derived from the hub's secret for
 * one purpose, so that a signature made for one purpose proves nothing for another. When
 * the hub has several secrets, the first signs and all verify. Safe for use by many
 * threads.
 */
public final class Signer {

	private final List<Mac> macs;

	Signer(List<byte[]> secrets, String purpose) {
		byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
		this.macs = secrets.stream().map(secret -> macOf(macOf(secret).doFinal(name))).toList();
	}

	/**
	 * The first {@code length} bytes (at most 32) of the signature over the data.
	 */
	public byte[] sign(byte[] data, int length) {
		return sign(this.macs.get(0), data, length);
	}

	/**
	 * The signatures over the data that may have been handed out: one for each secret,
	 * the newest first.
	 */
	public List<byte[]> all(byte[] data, int length) {
		return this.macs.stream().map(mac -> sign(mac, data, length)).toList();
	}

	/**
	 * Whether the signature belongs to the data, compared in constant time.
	 */
	public boolean verifies(byte[] data, byte[] signature) {
		return signedBy(data, signature) >= 0;
	}

	/**
	 * The place, in {@link #all}, of the secret under which the signature belongs to the
	 * data; -1 when it does not. Compared in constant time.
	 */
	public int signedBy(byte[] data, byte[] signature) {
		List<byte[]> own = all(data, signature.length);
		int found = -1;
		for (int i = 0; i < own.size(); i++) {
			found = MessageDigest.isEqual(own.get(i), signature) ? i : found;
		}
		return found;
	}

	private static byte[] sign(Mac mac, byte[] data, int length) {
		try {
			return Arrays.copyOf(((Mac) mac.clone()).doFinal(data), length);
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("HmacSHA256 cannot be cloned", ex);
		}
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
