package org.gongyu.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.organization.Organizations;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.account.Role;
import org.gongyu.venue.AccessibilityFact;
import org.gongyu.venue.Accreditation;
import org.gongyu.venue.BookingMode;
import org.gongyu.venue.Position;
import org.gongyu.venue.Venue;
import org.gongyu.venue.VenueKind;
import org.gongyu.venue.Venues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The import of venues over HTTP: what is refused, what a preview tells, what a commit
 * writes.
 */
class ImportWebTests {

	private static final String PASSWORD = "demo-gongyu-2026";

	private static final String FILE = "名称,类型,区县,最大承载量,备注\n云溪博物馆,博物馆,云溪区,300,x\n云溪动物园,动物园,云溪区,300,\n"
			+ "云溪图书馆,图书馆,云溪区,-1,\n云溪 博物馆,博物馆,云溪区,,\n云溪美术馆,美术馆,云溪区,99999999999,\n云溪科技馆,,云溪区,,\n";

	static Hub hub;

	static HubClient client;

	static UUID organization;

	static String manager;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		client = new HubClient(hub.address());
		Organizations organizations = hub.bean(Organizations.class);
		organization = Objects.requireNonNull(organizations.add(OrganizationKind.VENUE_OPERATOR, "云溪博物馆").block());
		organizations.addStaff(organization, "venue@demo.test", PASSWORD, "馆长", Set.of(Role.VENUE_MANAGER)).block();
		organizations.addStaff(organization, "gate@demo.test", PASSWORD, "门卫", Set.of(Role.GATE_STAFF)).block();
		manager = client.signIn("venue@demo.test", PASSWORD);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@BeforeEach
	void empty() {
		hub.execute("delete from venue_accreditation; delete from venue");
	}

	@Test
	void aPreviewTellsEverythingAndWritesNothing() {
		JsonNode report = send(FILE, Map.of()).expect(200);
		assertThat(report.path("format").asString()).isEqualTo("CSV");
		assertThat(report.path("encoding").asString()).isEqualTo("UTF-8");
		assertThat(report.path("columns").get(0).path("field").asString()).isEqualTo("name");
		assertThat(report.path("columns").get(4).path("field").isNull()).isTrue();
		assertThat(report.path("accepted").asInt()).isEqualTo(1);
		assertThat(report.path("rejected").asInt()).isEqualTo(5);
		assertThat(report.path("imported").asInt()).isZero();
		assertThat(errors(report)).containsExactly("3 类型 UNKNOWN_KIND 不认识的场馆类型“动物园”。", "4 最大承载量 NOT_POSITIVE 应大于 0。",
				"5 名称 DUPLICATE_IN_FILE 与第 2 行的场馆同名同地区。", "6 最大承载量 TOO_BIG 数值过大，上限为 2,147,483,647。",
				"7 类型 NO_KIND 没有填写场馆类型，也没有为文件指定默认类型。");
		assertThat(names()).isEmpty();
	}

	@Test
	void aCommitWritesExactlyTheAcceptedRows() {
		JsonNode report = send(FILE, Map.of("commit", "true", "defaultKind", "SCIENCE_CENTER")).expect(200);
		assertThat(report.path("imported").asInt()).isEqualTo(2);
		assertThat(names()).containsExactlyInAnyOrder("云溪博物馆", "云溪科技馆");
		Venue venue = hub.bean(Venues.class).of(organization).filter(each -> each.name().equals("云溪博物馆")).blockFirst();
		assertThat(venue).isNotNull();
		assertThat(venue.kind()).isEqualTo(VenueKind.MUSEUM);
		assertThat(venue.capacity()).isEqualTo(300);
		assertThat(venue.site()).isEqualTo(venue.id());
		assertThat(venue.bookingMode()).isEqualTo(BookingMode.REQUIRED);
		JsonNode again = send(FILE, Map.of("commit", "true", "defaultKind", "SCIENCE_CENTER")).expect(200);
		assertThat(again.path("imported").asInt()).isZero();
		assertThat(errors(again)).contains("2 名称 KNOWN 该地区已有同名场馆。", "7 名称 KNOWN 该地区已有同名场馆。");
		assertThat(names()).hasSize(2);
	}

	@Test
	void everyFieldArrives() {
		send("name,kind,region,education\n总馆,MUSEUM,r,\n", Map.of("commit", "true")).expect(200);
		Venue parent = Objects.requireNonNull(hub.bean(Venues.class).of(organization).blockFirst());
		String file = """
				名称,类型,行政区划代码,区县,地址,lat lng,开放时间,联系人,电话,官网,简介,无障碍设施,预约方式,时区,是否免费,容量,教育基地,上级场馆
				分馆,科技馆,310101,云溪区,路1号,43.8 87.6,9:00~16:00,王,021-1234,https://a.example,"引号""与, 逗号",电梯、母婴室,申请,Asia/Urumqi,否,"3,161",爱国主义教育基地;研学基地,%s
				别馆,科技馆,,云溪区,,,,,,,,,,,,,,00000000-0000-4000-8000-000000000000
				"""
			.formatted(parent.id());
		JsonNode report = send(file, Map.of("commit", "true")).expect(200);
		assertThat(errors(report)).containsExactly("3 上级场馆 NO_SUCH_PARENT 您的单位没有这个上级场馆。");
		Venue venue = hub.bean(Venues.class).of(organization).filter(each -> each.name().equals("分馆")).blockFirst();
		assertThat(venue).isEqualTo(new Venue(Objects.requireNonNull(venue).id(), organization, parent.id(),
				parent.id(), "分馆", VenueKind.SCIENCE_CENTER, "310101", "云溪区", "路1号", new Position(43.8, 87.6),
				"9:00~16:00", "王", "021-1234", "https://a.example", "引号\"与, 逗号",
				Set.of(AccessibilityFact.LIFT, AccessibilityFact.NURSING_ROOM), BookingMode.REQUEST,
				ZoneId.of("Asia/Urumqi"), false, 3161,
				List.of(new Accreditation(Accreditation.Kind.PATRIOTIC_EDUCATION, null, null),
						new Accreditation(Accreditation.Kind.STUDY_TRIP, null, null))));
	}

	@Test
	void aParentOfAnotherOrganizationIsUnknown() {
		send("name,kind,region\n总馆,MUSEUM,r\n", Map.of("commit", "true")).expect(200);
		Venue parent = Objects.requireNonNull(hub.bean(Venues.class).of(organization).blockFirst());
		Organizations organizations = hub.bean(Organizations.class);
		UUID other = organizations.add(OrganizationKind.VENUE_OPERATOR, "云溪图书馆").block();
		organizations
			.addStaff(Objects.requireNonNull(other), "other@demo.test", PASSWORD, "馆长", Set.of(Role.VENUE_MANAGER))
			.block();
		byte[] file = ("name,kind,region,parent\n分馆,MUSEUM,r," + parent.id() + "\n").getBytes(StandardCharsets.UTF_8);
		JsonNode report = send(file, client.signIn("other@demo.test", PASSWORD), Map.of()).expect(200);
		assertThat(errors(report)).containsExactly("2 parent NO_SUCH_PARENT 您的单位没有这个上级场馆。");
	}

	@Test
	void aMappingNamesColumns() {
		Map<String, String> form = Map.of("mapping", "{\"单位全称\":\"name\"}", "defaultKind", "MUSEUM", "defaultRegion",
				"r");
		assertThat(send("单位全称\n甲\n", form).expect(200).path("accepted").asInt()).isEqualTo(1);
		assertThat(send("单位全称\n甲\n", Map.of("mapping", "{\"x\":\"name\"}")).expect(400).path("code").asString())
			.isEqualTo("INVALID");
		for (String broken : List.of("[1]", "{", "null", "{\"单位全称\":{}}")) {
			send("单位全称\n甲\n", Map.of("mapping", broken)).expect(400);
		}
		send("单位全称\n甲\n", Map.of("defaultKind", "ZOO")).expect(400);
		client.upload(manager, "/venues/import", null, Map.of("commit", "true")).expect(400);
	}

	@Test
	void errorsAreBounded() {
		String rows = IntStream.range(0, 700).mapToObj(i -> "馆" + i + ",r,-1").collect(Collectors.joining("\n"));
		JsonNode report = send("name,region,capacity\n" + rows, Map.of("defaultKind", "MUSEUM")).expect(200);
		assertThat(report.path("errors")).hasSize(500);
		assertThat(report.path("moreErrors").asInt()).isEqualTo(200);
		assertThat(report.path("rejected").asInt()).isEqualTo(700);
	}

	@Test
	void sevenThousandRowsAreImportedAtOnce() {
		String rows = IntStream.range(0, 7_046).mapToObj(i -> "馆" + i + ",某省").collect(Collectors.joining("\n"));
		JsonNode report = send("博物馆名称,省份\n" + rows, Map.of("defaultKind", "MUSEUM", "commit", "true")).expect(200);
		assertThat(report.path("imported").asInt()).isEqualTo(7_046);
		assertThat(count()).isEqualTo(7_046);
	}

	@Test
	void ofTwoImportsAtOnceEachVenueIsAddedByOne() {
		String file = "name,region\n"
				+ IntStream.range(0, 2_000).mapToObj(i -> "馆" + i + ",r").collect(Collectors.joining("\n"));
		List<Integer> imported = IntStream.range(0, 4)
			.parallel()
			.mapToObj(i -> send(file, Map.of("defaultKind", "MUSEUM", "commit", "true")).expect(200))
			.map(report -> report.path("imported").asInt())
			.toList();
		assertThat(imported).containsExactlyInAnyOrder(2_000, 0, 0, 0);
		assertThat(count()).isEqualTo(2_000);
	}

	@Test
	void aLargeWorkbookIsImported() {
		String rows = IntStream.rangeClosed(2, 5_001)
			.mapToObj(i -> TestWorkbook.row(i, "馆" + i, "r", "<c r=\"C" + i + "\"><f>A1</f><v>" + i + "</v></c>"))
			.collect(Collectors.joining());
		byte[] file = TestWorkbook.of(TestWorkbook.row(1, "name", "region", "capacity") + rows).bytes();
		JsonNode report = send(file, manager, Map.of("defaultKind", "MUSEUM", "commit", "true")).expect(200);
		assertThat(report.path("format").asString()).isEqualTo("XLSX");
		assertThat(report.path("imported").asInt()).isEqualTo(5_000);
		assertThat(count()).isEqualTo(5_000);
	}

	@Test
	void refusesTooManyRowsTooManyBytesAndOtherPeople() {
		String rows = IntStream.range(0, 100_000).mapToObj(i -> "馆" + i + ",r").collect(Collectors.joining("\n"));
		JsonNode many = send("name,region\n" + rows, Map.of("commit", "true")).expect(422);
		assertThat(many.path("code").asString()).isEqualTo("TOO_MANY_ROWS");
		assertThat(many.path("limit").asInt()).isEqualTo(20_000);
		assertThat(many.path("detail").asString()).contains("20,000");
		assertThat(send("x".repeat(6_000_000), Map.of()).expect(413).path("code").asString()).isEqualTo("TOO_LARGE");
		assertThat(send("a".getBytes(StandardCharsets.UTF_8), client.signIn("gate@demo.test", PASSWORD), Map.of())
			.expect(403)
			.path("code")
			.asString()).isEqualTo("FORBIDDEN");
		send("a".getBytes(StandardCharsets.UTF_8), client.signUp("lin@example.org", "correct horse", "林"), Map.of())
			.expect(403);
		assertThat(client.upload(null, "/venues/import", new byte[1], Map.of()).status()).isEqualTo(401);
		assertThat(count()).isZero();
	}

	@Test
	void refusesBrokenFilesWithTheirReason() {
		byte[] merged = TestWorkbook
			.of(TestWorkbook.row(1, "name", "region"), "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")
			.bytes();
		assertThat(send(merged, manager, Map.of()).expect(422).path("code").asString()).isEqualTo("MERGED_CELLS");
		byte[] bomb = TestWorkbook.of("").part("xl/media/bomb", new byte[60_000_000]).bytes();
		assertThat(send(bomb, manager, Map.of()).expect(413).path("code").asString()).isEqualTo("TOO_LARGE");
		assertThat(send(new byte[] { -1, -1, 0 }, manager, Map.of()).expect(415).path("code").asString())
			.isEqualTo("NOT_A_TABLE");
	}

	@Test
	void aFileOfAChineseSpreadsheetIsRead() {
		JsonNode report = send(FILE.getBytes(Charset.forName("GB18030")), manager, Map.of()).expect(200);
		assertThat(report.path("encoding").asString()).isEqualTo("GB18030");
		assertThat(report.path("accepted").asInt()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "museums-cn/register_2024_sample.csv,213,MUSEUM", "museums-cn/grade1_address_sample.csv,43,MUSEUM",
			"shanghai-spots/shanghai_spots_capacity.csv,150,OTHER" })
	void realFilesAreImported(String name, int rows, String kind) {
		byte[] file = SharedData.file(name);
		JsonNode report = send(file, manager, Map.of("defaultKind", kind, "defaultRegion", "上海市", "commit", "true"))
			.expect(200);
		assertThat(report.path("accepted").asInt() + report.path("rejected").asInt()).isEqualTo(rows);
		assertThat(report.path("imported").asInt()).isEqualTo(report.path("accepted").asInt());
		assertThat(count()).isEqualTo(report.path("imported").asLong());
		Set<Integer> explained = report.path("errors")
			.valueStream()
			.map(each -> each.path("row").asInt())
			.collect(Collectors.toSet());
		assertThat(explained).hasSize(report.path("rejected").asInt());
		assertThat(errors(report)).noneMatch(each -> each.contains("import.error"));
	}

	@Test
	void thePageOffersEveryKind() {
		String page = new PageClient(hub.address()).setCookie("gongyu_access", manager).get("/desk/import").expect(200);
		assertThat(page).doesNotContain("??");
		assertThat(VenueKind.values()).allSatisfy(kind -> assertThat(page).contains("\"" + kind + "\""));
	}

	private static HubClient.Answer send(String file, Map<String, String> form) {
		return send(file.getBytes(StandardCharsets.UTF_8), manager, form);
	}

	private static HubClient.Answer send(byte[] file, String token, Map<String, String> form) {
		return client.upload(token, "/venues/import", file, form);
	}

	private static List<String> errors(JsonNode report) {
		List<String> errors = new ArrayList<>();
		report.path("errors")
			.forEach(each -> errors.add(each.path("row").asInt() + " " + each.path("column").asString() + " "
					+ each.path("code").asString() + " " + each.path("message").asString()));
		return errors;
	}

	private static List<String> names() {
		return hub.bean(Venues.class).of(organization).map(Venue::name).collectList().blockOptional().orElseThrow();
	}

	private static long count() {
		return Objects.requireNonNull(hub.bean(DatabaseClient.class)
			.sql("select count(*) from venue")
			.map(row -> row.get(0, Long.class))
			.one()
			.block());
	}

}
