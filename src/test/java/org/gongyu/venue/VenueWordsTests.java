package org.gongyu.venue;

import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of venue and every accessibility fact has a name in both languages.
 */
class VenueWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "messages.venue", "messages.venue_en" })
	void everyKindAndFactHasAName(String bundle) {
		List<String> keys = Stream
			.concat(Arrays.stream(VenueKind.values()).map(each -> "venueKind." + each),
					Arrays.stream(AccessibilityFact.values()).map(each -> "access." + each))
			.toList();
		assertThat(ResourceBundle.getBundle(bundle).keySet()).containsAll(keys);
	}

}
