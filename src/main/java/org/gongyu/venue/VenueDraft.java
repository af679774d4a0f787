package org.gongyu.venue;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One row of a file: a venue, or the reasons why it is none.
 */
record VenueDraft(int row, @Nullable VenueRequest request, List<ImportError> errors) {

	boolean accepted() {
		return this.errors.isEmpty();
	}

	/**
	 * The venue that an accepted row describes.
	 */
	VenueRequest venue() {
		return Objects.requireNonNull(this.request);
	}

	/**
	 * What no two venues share.
	 */
	String key() {
		return nameKey() + "|" + region();
	}

	String nameKey() {
		return VenueName.key(venue().name());
	}

	String region() {
		return venue().region().strip();
	}

	VenueDraft rejected(ImportError error) {
		return new VenueDraft(this.row, this.request, List.of(error));
	}

}
