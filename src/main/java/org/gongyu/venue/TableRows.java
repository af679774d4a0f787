package org.gongyu.venue;

import java.util.ArrayList;
import java.util.List;

import org.gongyu.platform.Outcome;
import org.gongyu.venue.VenueImportRefusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the rows of a table up to its bounds. Blank rows are left out; the first other
 * one is the header.
 */
final class TableRows {

	static final int MAX_COLUMNS = 256;

	private final int maxRows;

	private final List<ImportTable.Row> rows = new ArrayList<>();

	private ImportTable.@Nullable Row header;

	private @Nullable Reason exceeded;

	TableRows(int maxRows) {
		this.maxRows = maxRows;
	}

	/**
	 * Takes a row; false when the table is refused and need not be read further.
	 */
	boolean take(ImportTable.Row row) {
		if (row.blank()) {
			return true;
		}
		if (row.cells().size() > MAX_COLUMNS) {
			this.exceeded = Reason.TOO_MANY_COLUMNS;
		}
		else if (this.header == null) {
			this.header = row;
		}
		else if (this.rows.size() == this.maxRows) {
			this.exceeded = Reason.TOO_MANY_ROWS;
		}
		else {
			this.rows.add(row);
		}
		return this.exceeded == null;
	}

	Outcome<ImportTable> table(String format, String encoding) {
		if (this.exceeded != null) {
			return VenueImportRefusal.refuse(this.exceeded,
					(this.exceeded == Reason.TOO_MANY_ROWS) ? this.maxRows : MAX_COLUMNS);
		}
		if (this.header == null) {
			return VenueImportRefusal.refuse(Reason.EMPTY_TABLE);
		}
		List<String> names = this.header.cells().stream().map(String::strip).toList();
		return Outcome.done(new ImportTable(format, encoding, names, List.copyOf(this.rows)));
	}

}
