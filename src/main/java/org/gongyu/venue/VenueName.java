package org.gongyu.venue;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How two names are told to be the same: width, case, blanks and the kind of brackets do
 * not matter.
 */
final class VenueName {

	private VenueName() {
	}

	static String key(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[\\s\\p{Punct}·・‧•—–“”‘’《》〈〉【】、，。]", "");
	}

}
