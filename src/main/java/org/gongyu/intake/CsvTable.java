package org.gongyu.intake;

import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.gongyu.intake.ImportRefusal.Reason;
import org.gongyu.platform.Outcome;

/**
 * Reads CSV. A row is numbered as a spreadsheet shows it: a quoted line break does not
 * begin a new one.
 */
final class CsvTable {

	private static final char[] SEPARATORS = { ',', ';', '\t' };

	private CsvTable() {
	}

	static Outcome<ImportTable> read(ImportText file, int maxRows) {
		ImportTable.Builder table = new ImportTable.Builder(maxRows);
		int number = 0;
		try {
			for (CsvRecord each : reader(file.text())) {
				number++;
				if (!table.take(new ImportTable.Row(number, each.getFields(), Map.of(), true))) {
					break;
				}
			}
		}
		catch (CsvParseException ex) {
			return ImportRefusal.refuse(Reason.BROKEN_QUOTES);
		}
		return table.table("CSV", file.encoding());
	}

	private static CsvReader<CsvRecord> reader(String text) {
		return CsvReader.builder()
			.fieldSeparator(separator(text))
			.skipEmptyLines(false)
			.allowUnclosedQuote(false)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(text);
	}

	/**
	 * The separator that the first line that is not blank has most of, outside quotes.
	 */
	static char separator(String text) {
		int[] counts = new int[SEPARATORS.length];
		boolean quoted = false;
		boolean begun = false;
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			quoted ^= letter == '"';
			if (begun && !quoted && (letter == '\n' || letter == '\r')) {
				break;
			}
			begun |= !Character.isWhitespace(letter);
			for (int s = 0; s < SEPARATORS.length; s++) {
				counts[s] += (!quoted && letter == SEPARATORS[s]) ? 1 : 0;
			}
		}
		return most(counts);
	}

	private static char most(int[] counts) {
		int best = 0;
		for (int s = 1; s < counts.length; s++) {
			best = (counts[s] > counts[best]) ? s : best;
		}
		return SEPARATORS[best];
	}

}
