package org.gongyu.admission;

import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Text that stands for so many bytes.
 */
final class Sealed {

	private Sealed() {
	}

	/**
	 * The bytes; null when the text is not their Base64 (RFC 4648 §5, without padding).
	 */
	static byte @Nullable [] bytes(String text, int length) {
		if (text.length() != (length * 4 + 2) / 3) {
			return null;
		}
		try {
			return Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
