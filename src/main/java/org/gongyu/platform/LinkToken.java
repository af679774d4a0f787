package org.gongyu.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A secret that somebody gets in a link or on paper and brings back. It has 256 random
 * bits, or at least 80 where it is typed by hand and tries are counted, so its plain hash
 * is as good as a salted one; only that is stored.
 */
public record LinkToken(String text) {

	/**
	 * A fresh one.
	 */
	public static LinkToken of(RandomSource random) {
		return new LinkToken(random.secret());
	}

	/**
	 * What is stored of it (SHA-256).
	 */
	public byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
