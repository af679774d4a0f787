package org.gongyu.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.gongyu.intake.ImportRefusal.Reason;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the first sheet of an XLSX workbook, after {@link WorkbookParts} had no objection
 * to it.
 */
final class XlsxTable {

	private static final Logger log = LoggerFactory.getLogger(XlsxTable.class);

	private static final int MAX_SCALE = 40;

	/** With the formats of numbers; a workbook without styles is only read without. */
	private static final List<ReadingOptions> OPTIONS = List.of(new ReadingOptions(true, false),
			new ReadingOptions(false, false));

	/** What a number format says literally, and the letters by which it shows a time. */
	private static final Pattern LITERALLY = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

	private static final Pattern TIME = Pattern.compile("[yYmMdDhHsS]");

	private XlsxTable() {
	}

	static boolean is(byte[] file) {
		return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
	}

	static Outcome<ImportTable> read(byte[] file, ImportProperties limits) {
		Optional<Reason> objection = WorkbookParts.objection(file, limits.maxUnzippedBytes().toBytes());
		if (objection.isPresent()) {
			return refuse(objection.get(), limits);
		}
		for (ReadingOptions options : OPTIONS) {
			try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), options);
					Stream<Row> rows = workbook.getFirstSheet().openStream()) {
				return read(rows.iterator(), limits.maxRows());
			}
			catch (IOException | RuntimeException ex) {
				// the parser throws whatever comes up in a file that is no workbook
				log.debug("workbook not read: {}", ex.toString());
			}
		}
		return ImportRefusal.refuse(Reason.NOT_A_TABLE);
	}

	private static Outcome<ImportTable> refuse(Reason objection, ImportProperties limits) {
		return switch (objection) {
			case TOO_LARGE -> ImportRefusal.refuse(objection, limits.maxUnzippedBytes().toBytes());
			case TOO_MANY_COLUMNS -> ImportRefusal.refuse(objection, ImportTable.MAX_COLUMNS);
			default -> ImportRefusal.refuse(objection);
		};
	}

	private static Outcome<ImportTable> read(Iterator<Row> rows, int maxRows) {
		ImportTable.Builder table = new ImportTable.Builder(maxRows);
		boolean more = rows.hasNext();
		while (more) {
			more = table.take(row(rows.next())) && rows.hasNext();
		}
		return table.table("XLSX", "UTF-8");
	}

	private static ImportTable.Row row(Row row) {
		List<String> cells = new ArrayList<>(row.getCellCount());
		Map<Integer, String> faults = new HashMap<>();
		for (int column = 0; column < row.getCellCount(); column++) {
			Cell cell = row.getCell(column);
			String fault = fault(cell);
			if (fault != null) {
				faults.put(column, fault);
			}
			cells.add((fault == null && cell != null) ? text(cell) : "");
		}
		return new ImportTable.Row(row.getRowNum(), cells, Map.copyOf(faults), false);
	}

	private static @Nullable String fault(@Nullable Cell cell) {
		if (cell == null) {
			return null;
		}
		boolean empty = cell.getValue() == null || String.valueOf(cell.getValue()).isEmpty();
		if (cell.getType() == CellType.FORMULA && empty) {
			return "FORMULA";
		}
		if (cell.getValue() instanceof BigDecimal && isTime(cell)) {
			return "DATE_CELL";
		}
		return (cell.getType() == CellType.ERROR || isErrorOfFormula(cell)) ? "CELL_ERROR" : null;
	}

	/**
	 * A spreadsheet keeps a day or time as a number, which is not what its reader sees.
	 */
	private static boolean isTime(Cell cell) {
		String format = cell.getDataFormatString();
		return format != null && TIME.matcher(LITERALLY.matcher(format).replaceAll("")).find();
	}

	private static boolean isErrorOfFormula(Cell cell) {
		return cell.getType() == CellType.FORMULA && cell.getValue() instanceof String text && text.startsWith("#")
				&& (text.endsWith("!") || text.endsWith("?") || text.equals("#N/A"));
	}

	private static String text(Cell cell) {
		Object value = cell.getValue();
		if (value instanceof BigDecimal number) {
			return (Math.abs(number.scale()) > MAX_SCALE) ? number.toString() : plain(number);
		}
		return (value != null) ? value.toString() : "";
	}

	private static String plain(BigDecimal number) {
		return ((number.signum() == 0) ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
	}

}
