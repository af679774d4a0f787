package org.gongyu.intake;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.gongyu.platform.Outcome;
import org.gongyu.venue.VenueKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongyu.intake.ImportFixture.codes;
import static org.gongyu.intake.ImportFixture.drafts;
import static org.gongyu.intake.ImportFixture.refusal;
import static org.gongyu.intake.ImportFixture.small;
import static org.gongyu.intake.ImportFixture.table;

/**
 * What files say, however they were written: encodings, CSV, workbooks, and what is no
 * table.
 */
class ImportFileTests {

	private static final String SMALL = "名称,类型,区县,最大承载量\n云溪博物馆,博物馆,云溪区,300\n";

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030", "UTF-16BE", "UTF-16LE" })
	void readsEachEncoding(String encoding) {
		String mark = encoding.startsWith("UTF-16") ? "\ufeff" : "";
		ImportTable table = table((mark + SMALL).getBytes(Charset.forName(encoding)));
		assertThat(table.encoding()).isEqualTo(encoding);
		assertThat(table.header()).containsExactly("名称", "类型", "区县", "最大承载量");
	}

	@Test
	void aMarkIsNotPartOfTheFirstHeader() {
		assertThat(table(("\ufeff" + SMALL).getBytes(StandardCharsets.UTF_8)).header().get(0)).isEqualTo("名称");
	}

	@Test
	void refusesBytesOfNoEncoding() {
		assertThat(refusal(new byte[] { 'a', ',', (byte) 0xff, (byte) 0xff, '\n' })).isEqualTo("ENCODING");
	}

	@Test
	void readsTheHoursOfAFourByteCharacterOfGb18030() {
		byte[] file = "名称,区县\n\ud842\udfb7家博物馆,云溪区\n".getBytes(Charset.forName("GB18030"));
		assertThat(table(file).rows().get(0).cells().get(0)).isEqualTo("\ud842\udfb7家博物馆");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '_',
			value = { "name,region_44", "name;region_59", "name\tregion_9", "\"a;b;c\",region_44", "name_44" })
	void findsTheSeparator(String header, int separator) {
		assertThat(CsvTable.separator(header + "\nx;y;z;u")).isEqualTo((char) separator);
	}

	@Test
	void rowsAreNumberedAsASpreadsheetShowsThem() {
		ImportTable table = table("name,region\n\n\"two\nlines\",a\nb,c\n".getBytes(StandardCharsets.UTF_8));
		assertThat(table.rows()).extracting(ImportTable.Row::number).containsExactly(3, 4);
	}

	@Test
	void refusesAQuoteWithoutEnd() {
		assertThat(refusal("name,region\n\"a,b\nc,d\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("BROKEN_QUOTES");
	}

	@Test
	void refusesWhatIsNoTable() {
		byte[] encrypted = ByteBuffer.allocate(600).putLong(0xD0CF11E0A1B11AE1L).array();
		assertThat(refusal(encrypted)).isEqualTo("NOT_A_TABLE");
		assertThat(refusal("%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8))).isEqualTo("NOT_A_TABLE");
		assertThat(refusal("<html><table>".getBytes(StandardCharsets.UTF_8))).isEqualTo("NOT_A_TABLE");
		assertThat(refusal(new byte[] { 'P', 'K', 3, 4, 9, 9 })).isEqualTo("NOT_A_TABLE");
		assertThat(refusal(small().part("xl/vbaProject.bin", "x").bytes())).isEqualTo("NOT_A_TABLE");
		assertThat(refusal(new byte[0])).isEqualTo("EMPTY_TABLE");
		assertThat(refusal(" \n,,\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("EMPTY_TABLE");
	}

	@Test
	void refusesAHundredThousandRows() {
		String rows = IntStream.range(0, 100_000).mapToObj(i -> "馆" + i + ",区").collect(Collectors.joining("\n"));
		byte[] file = ("name,region\n" + rows).getBytes(StandardCharsets.UTF_8);
		Outcome<ImportTable> outcome = ImportFixture.READING.read(file);
		outcome.fold(done -> {
			throw new AssertionError("read");
		}, refusal -> {
			assertThat(refusal.code()).isEqualTo("TOO_MANY_ROWS");
			assertThat(refusal.args()).containsExactly(20_000);
			return true;
		});
	}

	@Test
	void readsAWorkbook() {
		ImportTable table = table(TestWorkbook
			.of(TestWorkbook.row(1, "名称", "区县", "最大承载量")
					+ TestWorkbook.row(3, "云溪博物馆", "云溪区", "<c r=\"C3\"><v>3.0E2</v></c>"))
			.bytes());
		assertThat(table.format()).isEqualTo("XLSX");
		VenueDraft draft = drafts(table, VenueKind.MUSEUM, null).get(0);
		assertThat(draft.row()).isEqualTo(3);
		assertThat(draft.venue().capacity()).isEqualTo(300);
	}

	@Test
	void takesTheSavedResultOfAFormulaAndRejectsOneWithout() {
		List<VenueDraft> drafts = drafts(table(TestWorkbook
			.of(TestWorkbook.row(1, "name", "region", "capacity", "other")
					+ TestWorkbook.row(2, "a", "r", "<c r=\"C2\"><f>1+1</f><v>2</v></c>")
					+ TestWorkbook.row(3, "<c r=\"A3\" t=\"str\"><f>T(\"b\")</f><v>b</v></c>", "r")
					+ TestWorkbook.row(4, "c", "r", "<c r=\"C4\"><f>1+1</f></c>")
					+ TestWorkbook.row(5, "d", "r", "<c r=\"C5\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
					+ TestWorkbook.row(6, "e", "r", "", "<c r=\"D6\"><f>1+1</f></c>"))
			.bytes()), VenueKind.MUSEUM, null);
		assertThat(drafts.get(0).venue().capacity()).isEqualTo(2);
		assertThat(drafts.get(1).venue().name()).isEqualTo("b");
		assertThat(codes(drafts)).isEqualTo(List.of("4 capacity FORMULA", "5 capacity CELL_ERROR"));
	}

	@Test
	void rejectsTimesThatASpreadsheetKeepsAsNumbers() {
		String rows = TestWorkbook.row(1, "name", "region", "hours", "capacity")
				+ TestWorkbook.row(2, "a", "r", "<c r=\"C2\" s=\"1\"><v>0.375</v></c>")
				+ TestWorkbook.row(3, "b", "r", "<c r=\"C3\" s=\"2\"><v>0.375</v></c>")
				+ TestWorkbook.row(4, "c", "r", "", "<c r=\"D4\" s=\"3\"><v>3000</v></c>");
		List<VenueDraft> drafts = drafts(table(TestWorkbook.of(rows).styles(20, 164, 165).bytes()), VenueKind.MUSEUM,
				null);
		assertThat(codes(drafts)).isEqualTo(List.of("2 hours DATE_CELL", "3 hours DATE_CELL"));
		assertThat(drafts.get(2).venue().capacity()).isEqualTo(3_000);
	}

	@Test
	void refusesMergedCells() {
		String rows = TestWorkbook.row(1, "name", "region") + TestWorkbook.row(2, "a", "r");
		assertThat(refusal(
				TestWorkbook.of(rows, "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>").bytes()))
			.isEqualTo("MERGED_CELLS");
		assertThat(refusal(TestWorkbook.of(rows, "")
			.part("xl/worksheets/sheet1.xml",
					"<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:mergeCells>"
							+ "<x:mergeCell ref=\"A1:A2\"/></x:mergeCells></x:worksheet>")
			.bytes())).isEqualTo("MERGED_CELLS");
	}

	@Test
	void refusesAWorkbookThatUnpacksToTooMuch() {
		byte[] bomb = small().part("xl/media/bomb.bin", new byte[3_000_000]).bytes();
		assertThat(bomb.length).isLessThan(10_000);
		assertThat(refusal(bomb)).isEqualTo("TOO_LARGE");
		byte[] spaces = small().part("xl/other.xml", "<a>" + " ".repeat(3_000_000) + "</a>").bytes();
		assertThat(refusal(spaces)).isEqualTo("TOO_LARGE");
	}

	@Test
	void refusesAWorkbookOfTooManyParts() {
		TestWorkbook workbook = small();
		IntStream.range(0, 1_001).forEach(i -> workbook.part("xl/media/" + i, "x"));
		assertThat(refusal(workbook.bytes())).isEqualTo("TOO_LARGE");
	}

	@Test
	void refusesEntitiesAndColumnsFarOut() {
		assertThat(refusal(small().part("xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").bytes()))
			.isEqualTo("NOT_A_TABLE");
		assertThat(
				refusal(TestWorkbook.of("<row r=\"1\"><c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>name</t></is></c></row>")
					.bytes()))
			.isEqualTo("TOO_MANY_COLUMNS");
		assertThat(refusal(",".repeat(300).getBytes(StandardCharsets.UTF_8))).isEqualTo("EMPTY_TABLE");
		assertThat(refusal("a,".repeat(300).getBytes(StandardCharsets.UTF_8))).isEqualTo("TOO_MANY_COLUMNS");
	}

}
