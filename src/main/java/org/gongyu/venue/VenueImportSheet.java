package org.gongyu.venue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A file's rows as venues, each judged by itself and against the rows before it.
 */
record VenueImportSheet(ImportTable table, VenueColumns columns, List<VenueDraft> drafts) {

	static VenueImportSheet of(ImportTable table, VenueRowReader reader) {
		Map<String, Integer> seen = new HashMap<>();
		List<VenueDraft> drafts = table.rows()
			.stream()
			.map(reader::read)
			.map(draft -> first(draft, reader, seen))
			.toList();
		return new VenueImportSheet(table, reader.columns(), drafts);
	}

	private static VenueDraft first(VenueDraft draft, VenueRowReader reader, Map<String, Integer> seen) {
		Integer earlier = draft.accepted() ? seen.putIfAbsent(draft.key(), draft.row()) : null;
		return (earlier == null) ? draft : draft.rejected(new ImportError(draft.row(),
				reader.columns().label(VenueField.NAME), "DUPLICATE_IN_FILE", List.of(earlier)));
	}

	List<VenueDraft> accepted() {
		return this.drafts.stream().filter(VenueDraft::accepted).toList();
	}

	/**
	 * The same rows, judged once more where they were accepted.
	 */
	VenueImportSheet judged(Function<VenueDraft, VenueDraft> judge) {
		return new VenueImportSheet(this.table, this.columns,
				this.drafts.stream().map(draft -> draft.accepted() ? judge.apply(draft) : draft).toList());
	}

	VenueDraft reject(VenueDraft draft, VenueField field, String code) {
		return draft.rejected(new ImportError(draft.row(), this.columns.label(field), code, List.of()));
	}

}
