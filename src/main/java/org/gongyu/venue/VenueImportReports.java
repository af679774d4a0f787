package org.gongyu.venue;

import java.util.Locale;

import org.gongyu.platform.Problems;

import org.springframework.stereotype.Component;

/**
 * Says in the reader's language what became of an import.
 */
@Component
class VenueImportReports {

	private final Problems problems;

	private final VenueImportProperties properties;

	VenueImportReports(Problems problems, VenueImportProperties properties) {
		this.problems = problems;
		this.properties = properties;
	}

	VenueImportReport of(VenueImportResult result, Locale locale) {
		return VenueImportReport.of(result, this.properties.maxErrors(),
				error -> this.problems.text(locale, "import.error." + error.code(), error.args().toArray()));
	}

}
