package org.gongyu.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import org.gongyu.platform.InvalidInput;
import org.gongyu.venue.AccessibilityFact;
import org.gongyu.venue.Accreditation;
import org.gongyu.venue.BookingMode;
import org.gongyu.venue.Position;
import org.gongyu.venue.VenueKind;
import org.gongyu.venue.VenueRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongyu.intake.ImportFixture.codes;
import static org.gongyu.intake.ImportFixture.drafts;
import static org.gongyu.intake.ImportFixture.table;

/**
 * What the rows of files mean, without a hub.
 */
class ImportTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "_en" })
	void everyReasonHasWords(String language) throws IOException {
		Properties words = new Properties();
		try (var in = new InputStreamReader(
				Objects.requireNonNull(
						ImportTests.class.getResourceAsStream("/messages/intake" + language + ".properties")),
				StandardCharsets.UTF_8)) {
			words.load(in);
		}
		assertThat(words.stringPropertyNames())
			.containsAll(Arrays.stream(ImportRefusal.Reason.values()).map(each -> "refusal." + each).toList())
			.containsAll(Arrays.stream(VenueField.values()).map(each -> "import.field." + each.property()).toList())
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
	void knowsTheHeadersOfEachField() {
		ImportColumns columns = ImportColumns
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
			assertThat(ImportColumns.of(List.of(field.property()), Map.of()).field(0)).isEqualTo(field);
		}
	}

	@Test
	void theMappingGoesFirst() {
		ImportColumns columns = ImportColumns.of(List.of("name", "全称", "address"), Map.of("全称", "name", "address", ""));
		assertThat(columns.field(0)).isNull();
		assertThat(columns.field(1)).isEqualTo(VenueField.NAME);
		assertThat(columns.field(2)).isNull();
		assertThatThrownBy(() -> ImportColumns.of(List.of("a"), Map.of("b", "name"))).isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> ImportColumns.of(List.of("a"), Map.of("a", "nam"))).isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> ImportColumns.of(List.of("a", "b"), Map.of("a", "name", "b", "name")))
			.isInstanceOf(InvalidInput.class);
	}

	@Test
	void everyFieldIsRead() {
		VenueRequest venue = drafts("""
				名称,类型,行政区划代码,区县,地址,经纬度,开放时间,联系人,电话,官网,简介,无障碍设施,预约方式,时区,是否免费,容量,教育基地
				云溪馆,科技馆,310101,云溪区,路1号,"121.47, 31.23",9:00~16:00,王,021-1234,https://a.example,"两
				行",电梯、母婴室,需预约,Asia/Shanghai,否,"3,161人",爱国主义教育基地;科普教育基地
				""", null, null).get(0).venue();
		assertThat(venue).isEqualTo(new VenueRequest("云溪馆", VenueKind.SCIENCE_CENTER, "310101", "云溪区", "路1号",
				new Position(31.23, 121.47), "9:00~16:00", "王", "021-1234", "https://a.example", "两\n行",
				Set.of(AccessibilityFact.LIFT, AccessibilityFact.NURSING_ROOM), BookingMode.REQUIRED, "Asia/Shanghai",
				false, 3161, null,
				List.of(new VenueRequest.AccreditationRequest(Accreditation.Kind.PATRIOTIC_EDUCATION, null, null),
						new VenueRequest.AccreditationRequest(Accreditation.Kind.SCIENCE_POPULARIZATION, null, null))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "31.2", "91;181", "-100,-100", "here", "1,2,3" })
	void rejectsPlacesThatAreNowhere(String position) {
		assertThat(codes(drafts("name,region,坐标\na,b,\"" + position + "\"\n", VenueKind.MUSEUM, null)))
			.isEqualTo(List.of("2 坐标 NOT_A_POSITION"));
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

}
