package org.gongyu.venue;

import java.util.List;
import java.util.Map;

/**
 * What a file says, before anybody asks what it means.
 */
record ImportTable(String format, String encoding, List<String> header, List<Row> rows) {

	/**
	 * A row that is not blank.
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

}
