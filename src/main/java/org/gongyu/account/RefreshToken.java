package org.gongyu.account;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;

/**
 * What keeps somebody signed in: the sign-in and how often its token was exchanged, under
 * a signature (HMAC-SHA256). Nothing of it is stored, so nothing can be stolen from the
 * database; and since a genuine token of an earlier generation is recognised, its reuse
 * is noticed.
 */
record RefreshToken(UUID signIn, int generation) {

	private static final int SIGNATURE = 32;

	String seal(Signer signer) {
		byte[] data = bytes();
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(
					ByteBuffer.allocate(data.length + SIGNATURE).put(data).put(signer.sign(data, SIGNATURE)).array());
	}

	/**
	 * Opens a token; null when it is forged or none of ours.
	 */
	static @Nullable RefreshToken open(String sealed, Signer signer) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(sealed);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		if (bytes.length != 20 + SIGNATURE) {
			return null;
		}
		byte[] data = Arrays.copyOf(bytes, 20);
		ByteBuffer read = ByteBuffer.wrap(data);
		return signer.verifies(data, Arrays.copyOfRange(bytes, 20, bytes.length))
				? new RefreshToken(new UUID(read.getLong(), read.getLong()), read.getInt()) : null;
	}

	private byte[] bytes() {
		return ByteBuffer.allocate(20)
			.putLong(this.signIn.getMostSignificantBits())
			.putLong(this.signIn.getLeastSignificantBits())
			.putInt(this.generation)
			.array();
	}

}
