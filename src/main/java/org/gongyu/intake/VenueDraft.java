package org.gongyu.intake;

import java.util.List;
import java.util.Objects;

import org.gongyu.venue.VenueRequest;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file: a venue, or the reasons why it is none.
 */
record VenueDraft(int row, @Nullable VenueRequest request, List<RowError> errors) {

	/**
	 * Why a row was rejected.
	 *
	 * @param row the number of the row in the file, from 1
	 * @param column the header of the column
	 * @param code the stable code, also the message key {@code import.error.<code>}
	 * @param args arguments of that message
	 */
	record RowError(int row, String column, String code, List<Object> args) {
	}

	boolean accepted() {
		return this.errors.isEmpty();
	}

	/**
	 * The venue that an accepted row describes.
	 */
	VenueRequest venue() {
		return Objects.requireNonNull(this.request);
	}

	VenueDraft rejected(RowError error) {
		return new VenueDraft(this.row, this.request, List.of(error));
	}

}
