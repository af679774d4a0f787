package org.gongyu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gongyu.intake.VenueDraft.RowError;
import org.jspecify.annotations.Nullable;

/**
 * What an import tells its reader.
 *
 * @param accepted how many rows are or would be venues
 * @param rejected how many are not
 * @param errors why, up to a bound
 * @param moreErrors how many errors are beyond that bound
 * @param imported how many venues were added
 */
record ImportReport(String format, String encoding, List<Column> columns, int accepted, int rejected, List<Line> errors,
		int moreErrors, int imported) {

	/**
	 * A column and what it was taken for, or null where it is ignored.
	 */
	record Column(String header, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String field) {
	}

	/**
	 * Why a row was rejected, in words.
	 */
	record Line(int row, String column, String code, String message) {
	}

	static ImportReport of(ImportSheet sheet, int maxErrors, Function<RowError, String> wording) {
		List<RowError> errors = sheet.drafts().stream().flatMap(each -> each.errors().stream()).toList();
		List<Line> lines = errors.stream()
			.limit(maxErrors)
			.map(each -> new Line(each.row(), each.column(), each.code(), wording.apply(each)))
			.toList();
		int accepted = sheet.venues().size();
		return new ImportReport(sheet.table().format(), sheet.table().encoding(), columns(sheet.columns()), accepted,
				sheet.drafts().size() - accepted, lines, errors.size() - lines.size(), sheet.imported());
	}

	private static List<Column> columns(ImportColumns columns) {
		List<Column> all = new ArrayList<>();
		for (int i = 0; i < columns.header().size(); i++) {
			VenueField field = columns.field(i);
			all.add(new Column(Objects.requireNonNull(columns.header().get(i)),
					(field != null) ? field.property() : null));
		}
		return all;
	}

}
