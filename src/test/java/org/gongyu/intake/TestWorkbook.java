package org.gongyu.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * XLSX files by hand, so that they may be as broken as a test needs.
 */
final class TestWorkbook {

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

	private final Map<String, byte[]> parts = new LinkedHashMap<>();

	private TestWorkbook(String sheetData, String afterData) {
		part("[Content_Types].xml",
				"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
						+ "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
						+ "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPES
						+ "worksheet+xml\"/></Types>");
		part("_rels/.rels", relations(
				"<Relationship Id=\"r1\" Type=\"" + RELATIONS + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
		part("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
				+ "\"><sheets><sheet name=\"venues\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
		part("xl/_rels/workbook.xml.rels", relations(
				"<Relationship Id=\"r1\" Type=\"" + RELATIONS + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"));
		part("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheetData + "</sheetData>"
				+ afterData + "</worksheet>");
	}

	static TestWorkbook of(String sheetData) {
		return new TestWorkbook(sheetData, "");
	}

	static TestWorkbook of(String sheetData, String afterData) {
		return new TestWorkbook(sheetData, afterData);
	}

	/**
	 * A row; a cell that begins with {@code <} is taken as it is.
	 */
	static String row(int number, String... cells) {
		StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
		for (int i = 0; i < cells.length; i++) {
			row.append(cells[i].startsWith("<") ? cells[i] : "<c r=\"" + (char) ('A' + i) + number
					+ "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
		}
		return row.append("</row>").toString();
	}

	/**
	 * Styles 1, 2 and so on with the number formats; 164 is one of times, 165 one of
	 * people.
	 */
	TestWorkbook styles(int... formats) {
		StringBuilder styles = new StringBuilder("<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\">"
				+ "<numFmt numFmtId=\"164\" formatCode=\"h:mm;@\"/><numFmt numFmtId=\"165\" formatCode=\"0&quot;days&quot;\"/>"
				+ "</numFmts><cellXfs><xf numFmtId=\"0\"/>");
		for (int format : formats) {
			styles.append("<xf numFmtId=\"").append(format).append("\"/>");
		}
		part("xl/styles.xml", styles.append("</cellXfs></styleSheet>").toString());
		String types = new String(this.parts.get("[Content_Types].xml"), StandardCharsets.UTF_8);
		return part("[Content_Types].xml", types.replace("</Types>",
				"<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPES + "styles+xml\"/></Types>"));
	}

	TestWorkbook part(String name, String content) {
		return part(name, content.getBytes(StandardCharsets.UTF_8));
	}

	TestWorkbook part(String name, byte[] content) {
		this.parts.put(name, content);
		return this;
	}

	byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> part : this.parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static String relations(String content) {
		return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
				+ "</Relationships>";
	}

}
