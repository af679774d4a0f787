package org.gongyu.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.gongyu.intake.VenueDraft.RowError;
import org.gongyu.venue.VenueKey;
import org.gongyu.venue.VenueRequest;

/**
 * A file's rows as venues, each judged by itself and against the rows before it.
 *
 * @param drafts all rows, in the order of the file
 * @param imported how many of the accepted ones were added
 */
record ImportSheet(ImportTable table, ImportColumns columns, List<VenueDraft> drafts, int imported) {

	static ImportSheet of(ImportTable table, RowReader reader) {
		Map<VenueKey, Integer> seen = new HashMap<>();
		List<VenueDraft> drafts = table.rows()
			.stream()
			.map(reader::read)
			.map(draft -> first(draft, reader, seen))
			.toList();
		return new ImportSheet(table, reader.columns(), drafts, 0);
	}

	private static VenueDraft first(VenueDraft draft, RowReader reader, Map<VenueKey, Integer> seen) {
		Integer earlier = draft.accepted() ? seen.putIfAbsent(draft.venue().key(), draft.row()) : null;
		return (earlier == null) ? draft : draft.rejected(new RowError(draft.row(),
				reader.columns().label(VenueField.NAME), "DUPLICATE_IN_FILE", List.of(earlier)));
	}

	/**
	 * The venues that the accepted rows describe.
	 */
	List<VenueRequest> venues() {
		return this.drafts.stream().filter(VenueDraft::accepted).map(VenueDraft::venue).toList();
	}

	/**
	 * The same rows, judged once more where they were accepted.
	 */
	ImportSheet judged(Function<VenueDraft, VenueDraft> judge) {
		return new ImportSheet(this.table, this.columns,
				this.drafts.stream().map(draft -> draft.accepted() ? judge.apply(draft) : draft).toList(),
				this.imported);
	}

	VenueDraft reject(VenueDraft draft, VenueField field, String code) {
		return draft.rejected(new RowError(draft.row(), this.columns.label(field), code, List.of()));
	}

	/**
	 * The same rows, after the accepted ones were added.
	 */
	ImportSheet committed() {
		return new ImportSheet(this.table, this.columns, this.drafts, venues().size());
	}

}
