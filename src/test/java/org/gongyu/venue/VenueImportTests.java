package org.gongyu.venue;

import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What files say and what becomes of their rows, without a hub.
 */
class VenueImportTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private static final ImportReading READING = new ImportReading(
			new VenueImportProperties(DataSize.ofMegabytes(5), DataSize.ofMegabytes(2), 20_000, 500));

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
		Outcome<ImportTable> outcome = READING.read(file);
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

	@ParameterizedTest
	@ValueSource(strings = { "", "_en" })
	void everyReasonHasWords(String language) throws java.io.IOException {
		Properties words = new Properties();
		try (var in = new InputStreamReader(
				Objects.requireNonNull(
						VenueImportTests.class.getResourceAsStream("/messages/venue" + language + ".properties")),
				StandardCharsets.UTF_8)) {
			words.load(in);
		}
		assertThat(words.stringPropertyNames())
			.containsAll(Arrays.stream(VenueImportRefusal.Reason.values()).map(each -> "refusal." + each).toList())
			.containsAll(Arrays.stream(VenueKind.values()).map(each -> "venue.import.kind." + each).toList())
			.containsAll(
					Arrays.stream(VenueField.values()).map(each -> "venue.import.field." + each.property()).toList())
			.containsAll(Stream
				.of("UNEVEN_ROW", "FORMULA", "CELL_ERROR", "DATE_CELL", "CONTROL_CHARACTER", "MISSING", "NO_KIND",
						"NO_REGION", "UNKNOWN_KIND", "UNKNOWN_ACCESSIBILITY", "UNKNOWN_BOOKING_MODE",
						"UNKNOWN_ACCREDITATION", "UNKNOWN_ZONE", "NOT_YES_OR_NO", "NOT_A_WHOLE_NUMBER", "NOT_POSITIVE",
						"TOO_BIG", "NOT_AN_ID", "NO_SUCH_PARENT", "TOO_LONG", "PATTERN_REGION_CODE", "PATTERN_WEBSITE",
						"DUPLICATE_IN_FILE", "KNOWN")
				.map(each -> "import.error." + each)
				.toList());
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

	@Test
	void knowsTheHeadersOfEachField() {
		VenueColumns columns = VenueColumns
			.of(List.of("博物馆名称", "单位名称", "省份", "区县", "T_TIME", "MAX_NUM", "是否免费开放", "序号"), Map.of());
		assertThat(columns.field(0)).isEqualTo(VenueField.NAME);
		assertThat(columns.field(1)).isNull();
		assertThat(columns.field(2)).isNull();
		assertThat(columns.field(3)).isEqualTo(VenueField.REGION);
		assertThat(columns.field(4)).isEqualTo(VenueField.OPENING_HOURS);
		assertThat(columns.field(5)).isEqualTo(VenueField.CAPACITY);
		assertThat(columns.field(6)).isEqualTo(VenueField.FREE);
		assertThat(columns.field(7)).isNull();
		for (VenueField field : VenueField.values()) {
			assertThat(VenueColumns.of(List.of(field.property()), Map.of()).field(0)).isEqualTo(field);
		}
	}

	@Test
	void theMappingGoesFirst() {
		VenueColumns columns = VenueColumns.of(List.of("name", "全称", "address"), Map.of("全称", "name", "address", ""));
		assertThat(columns.field(0)).isNull();
		assertThat(columns.field(1)).isEqualTo(VenueField.NAME);
		assertThat(columns.field(2)).isNull();
		assertThatThrownBy(() -> VenueColumns.of(List.of("a"), Map.of("b", "name"))).isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> VenueColumns.of(List.of("a"), Map.of("a", "nam"))).isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> VenueColumns.of(List.of("a", "b"), Map.of("a", "name", "b", "name")))
			.isInstanceOf(InvalidInput.class);
	}

	@Test
	void everyFieldIsRead() {
		VenueRequest venue = drafts("""
				名称,类型,行政区划代码,区县,地址,开放时间,联系人,电话,官网,简介,无障碍设施,预约方式,时区,是否免费,容量,教育基地
				云溪馆,科技馆,310101,云溪区,路1号,9:00~16:00,王,021-1234,https://a.example,"两
				行",电梯、母婴室,需预约,Asia/Shanghai,否,"3,161人",爱国主义教育基地;科普教育基地
				""", null, null).get(0).venue();
		assertThat(venue).isEqualTo(new VenueRequest("云溪馆", VenueKind.SCIENCE_CENTER, "310101", "云溪区", "路1号",
				"9:00~16:00", "王", "021-1234", "https://a.example", "两\n行",
				java.util.Set.of(AccessibilityFact.LIFT, AccessibilityFact.NURSING_ROOM), BookingMode.REQUIRED,
				"Asia/Shanghai", false, 3161, null,
				List.of(new VenueRequest.AccreditationRequest(Accreditation.Kind.PATRIOTIC_EDUCATION, null, null),
						new VenueRequest.AccreditationRequest(Accreditation.Kind.SCIENCE_POPULARIZATION, null, null))));
	}

	@ParameterizedTest
	@CsvSource({ "-3,NOT_POSITIVE", "0,NOT_POSITIVE", "2147483648,TOO_BIG", "99999999999999999999999,TOO_BIG",
			"-99999999999999999999999,NOT_POSITIVE", "1.5,NOT_A_WHOLE_NUMBER", "1e9,NOT_A_WHOLE_NUMBER",
			"many,NOT_A_WHOLE_NUMBER" })
	void rejectsWrongCapacities(String capacity, String code) {
		assertThat(codes(drafts("name,region,capacity\na,b," + capacity + "\n", VenueKind.MUSEUM, null)))
			.isEqualTo(List.of("2 capacity " + code));
	}

	@Test
	void nothingIsSaidInManyWays() {
		List<VenueDraft> drafts = drafts("name,region,T_TIME,MAX_NUM\na,r,~,-\nb,r,-,\nc,r,,~\n", VenueKind.MUSEUM,
				null);
		assertThat(codes(drafts)).isEmpty();
		assertThat(drafts).allMatch(each -> each.venue().openingHours() == null && each.venue().capacity() == null);
	}

	@Test
	void aRejectedRowSaysEverythingThatIsWrong() {
		String file = "name,kind,region,website,regionCode,free,booking mode,zone,address\n,动物园,r,ftp://a,12,maybe,x,Mars,"
				+ "a".repeat(201) + "\n";
		assertThat(codes(drafts(file, null, null))).containsExactly("2 name MISSING", "2 kind UNKNOWN_KIND",
				"2 regionCode PATTERN_REGION_CODE", "2 address TOO_LONG", "2 website PATTERN_WEBSITE",
				"2 booking mode UNKNOWN_BOOKING_MODE", "2 zone UNKNOWN_ZONE", "2 free NOT_YES_OR_NO");
	}

	@Test
	void kindAndRegionComeFromTheRowElseFromTheFileElseFromNowhere() {
		String file = "name,kind,region\na,图书馆,r\nb,,\n";
		assertThat(codes(drafts(file, null, null))).isEqualTo(List.of("3 kind NO_KIND", "3 region NO_REGION"));
		List<VenueDraft> drafts = drafts(file, VenueKind.MUSEUM, "s");
		assertThat(drafts.get(0).venue().kind()).isEqualTo(VenueKind.LIBRARY);
		assertThat(drafts.get(1).venue().kind()).isEqualTo(VenueKind.MUSEUM);
		assertThat(drafts.get(1).venue().region()).isEqualTo("s");
	}

	@Test
	void rejectsUnevenRowsAndControlCharacters() {
		assertThat(codes(drafts("name,region\na\nb,r,x\nc,r,\nd\u0000,r\n", VenueKind.MUSEUM, null)))
			.isEqualTo(List.of("2  UNEVEN_ROW", "3  UNEVEN_ROW", "5 name CONTROL_CHARACTER"));
	}

	@Test
	void theFirstOfSeveralRowsOfAVenueCounts() {
		assertThat(codes(drafts("name,region\n云溪馆,r\n 云溪 馆 ,r\n云溪馆,s\n", VenueKind.MUSEUM, null)))
			.isEqualTo(List.of("3 name DUPLICATE_IN_FILE"));
	}

	@ParameterizedTest
	@CsvSource({ "museums-cn/register_2024_sample.csv,213", "museums-cn/grade1_address_sample.csv,43",
			"shanghai-spots/shanghai_spots_capacity.csv,150" })
	void readsRealFiles(String name, int rows) {
		List<VenueDraft> drafts = drafts(table(SharedData.file(name)), VenueKind.MUSEUM, "上海");
		assertThat(drafts).hasSize(rows);
		assertThat(codes(drafts)).allMatch(each -> each.matches("\\d+ .* [A-Z_]+"));
		assertThat(drafts.stream().filter(VenueDraft::accepted).count()).isGreaterThan(rows * 9L / 10);
	}

	private static TestWorkbook small() {
		return TestWorkbook.of(TestWorkbook.row(1, "name", "region") + TestWorkbook.row(2, "a", "r"));
	}

	private static ImportTable table(byte[] file) {
		return READING.read(file).fold(table -> table, refusal -> {
			throw new AssertionError(refusal.code());
		});
	}

	private static String refusal(byte[] file) {
		return READING.read(file).fold(table -> "read", refusal -> refusal.code());
	}

	private static List<VenueDraft> drafts(String csv, @Nullable VenueKind kind, @Nullable String region) {
		String mark = (csv.indexOf('\u0000') >= 0) ? "\ufeff" : "";
		return drafts(table((mark + csv).getBytes(StandardCharsets.UTF_8)), kind, region);
	}

	private static List<VenueDraft> drafts(ImportTable table, @Nullable VenueKind kind, @Nullable String region) {
		VenueColumns columns = VenueColumns.of(table.header(), Map.of());
		return VenueImportSheet.of(table, new VenueRowReader(columns, kind, region, VALIDATOR)).drafts();
	}

	private static List<String> codes(List<VenueDraft> drafts) {
		return drafts.stream()
			.flatMap(each -> each.errors().stream())
			.map(each -> each.row() + " " + each.column() + " " + each.code())
			.toList();
	}

}
