package org.gongyu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongyu.intake.ImportRefusal.Reason;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a file says, before anybody asks what it means.
 */
record ImportTable(String format, String encoding, List<String> header, List<Row> rows) {

	static final int MAX_COLUMNS = 256;

	/**
	 * One row of the file.
	 *
	 * @param number its number in the file, from 1
	 * @param faults the codes of cells that could not be read, by column
	 * @param complete whether the format writes empty cells at the end of a row, so that
	 * none may be missing
	 */
	record Row(int number, List<String> cells, Map<Integer, String> faults, boolean complete) {

		boolean blank() {
			return this.faults.isEmpty() && this.cells.stream().allMatch(String::isBlank);
		}

	}

	/**
	 * Gathers the rows of a table up to its bounds. Blank rows are left out; the first
	 * other one is the header.
	 */
	static final class Builder {

		private final int maxRows;

		private final List<Row> rows = new ArrayList<>();

		private @Nullable Row header;

		private @Nullable Reason exceeded;

		Builder(int maxRows) {
			this.maxRows = maxRows;
		}

		/**
		 * Takes a row; false when the table is refused and need not be read further.
		 */
		boolean take(Row row) {
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
				return ImportRefusal.refuse(this.exceeded,
						(this.exceeded == Reason.TOO_MANY_ROWS) ? this.maxRows : MAX_COLUMNS);
			}
			if (this.header == null) {
				return ImportRefusal.refuse(Reason.EMPTY_TABLE);
			}
			List<String> names = this.header.cells().stream().map(String::strip).toList();
			return Outcome.done(new ImportTable(format, encoding, names, List.copyOf(this.rows)));
		}

	}

}
