package org.gongyu.booking;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

import org.apache.commons.codec.binary.Base32;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a party shows at the gate. The scanned code is the booking's id under a signature
 * of 128 bits (HMAC-SHA256), so nobody can make one up; the first eight letters of the
 * signature are short enough to be typed and tell bookings of one venue and day apart.
 * Nothing of it is stored.
 */
@Component
class Tickets {

	private static final String PREFIX = "GY";

	private static final int SIGNATURE = 16;

	private static final int SHORT = 8;

	private final Signer signer;

	Tickets(HubProperties hub) {
		this.signer = hub.signer("ticket");
	}

	/**
	 * The code to scan.
	 */
	String code(UUID booking) {
		byte[] id = bytes(booking);
		return PREFIX
				+ base32(ByteBuffer.allocate(16 + SIGNATURE).put(id).put(this.signer.sign(id, SIGNATURE)).array());
	}

	/**
	 * The code to type: eight letters and digits.
	 */
	String shortCode(UUID booking) {
		return shortened(this.signer.sign(bytes(booking), SIGNATURE));
	}

	private static String shortened(byte[] signature) {
		return base32(signature).substring(0, SHORT);
	}

	/**
	 * The booking of a scanned code; null when it is forged or none.
	 */
	@Nullable UUID booking(String code) {
		String text = plain(code);
		Base32 base32 = new Base32();
		if (!text.startsWith(PREFIX) || !base32.isInAlphabet(text.substring(2))) {
			return null;
		}
		byte[] bytes = base32.decode(text.substring(2));
		if (bytes.length != 16 + SIGNATURE) {
			return null;
		}
		byte[] id = Arrays.copyOf(bytes, 16);
		ByteBuffer buffer = ByteBuffer.wrap(id);
		return this.signer.verifies(id, Arrays.copyOfRange(bytes, 16, bytes.length))
				? new UUID(buffer.getLong(), buffer.getLong()) : null;
	}

	/**
	 * Whether what was typed is the booking's short code; blanks, hyphens and case do not
	 * matter, 0 and 1 are read as O and I.
	 */
	boolean isShortCode(String typed, UUID booking) {
		String read = plain(typed).replace('0', 'O').replace('1', 'I');
		return this.signer.all(bytes(booking), SIGNATURE).stream().anyMatch(each -> read.equals(shortened(each)));
	}

	private static String plain(String code) {
		return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
	}

	private static String base32(byte[] bytes) {
		return new Base32().encodeToString(bytes).replace("=", "");
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
