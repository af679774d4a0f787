package org.gongyu.venue;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What no two venues share: the name, of which width, case, blanks and the kind of
 * brackets do not matter, and the region.
 */
public record VenueKey(String name, String region) {

	static VenueKey of(String name, String region) {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[\\s\\p{Punct}·・‧•—–“”‘’《》〈〉【】、，。]", "");
		return new VenueKey(plain, region.strip());
	}

}
