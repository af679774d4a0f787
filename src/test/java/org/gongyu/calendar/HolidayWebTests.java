package org.gongyu.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A year's notice comes in, over the API and by page.
 */
class HolidayWebTests {

	private static final Path REAL = Path.of("../shared/data/holiday-cn");

	static Hub hub;

	static HubClient client;

	static String operator;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		client = new HubClient(hub.address());
		operator = Staff.operator(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void aNoticeTakesThePlaceOfWhatWasKnown() {
		put(2031, List.of(day("2031-01-01", true), day("2031-01-04", false))).expect(200);
		put(2031, List.of(day("2031-01-02", true))).expect(200);
		JsonNode year = put(2031, List.of(day("2031-01-02", true))).expect(200);
		assertThat(year.path("days").findValuesAsString("day")).containsExactly("2031-01-02");
		assertThat(client.get(null, "/holidays?year=2031").expect(200)).isEqualTo(year);
	}

	@Test
	void aYearThatIsNotPublishedIsEmpty() {
		put(2032, List.of()).expect(200);
		assertThat(client.get(null, "/holidays?year=2032").expect(200).path("days")).isEmpty();
	}

	@Test
	void aNoticeThatContradictsItselfChangesNothing() {
		put(2033, List.of(day("2033-01-01", true))).expect(200);
		wrong(put(2033, List.of(day("2033-05-01", true), day("2033-05-01", false))), "days[1].date");
		wrong(put(2033, List.of(day("2036-05-01", true))), "days[0].date");
		wrong(put(2033, List.of(Map.of("name", " ", "date", "2033-05-01", "isOffDay", true))), "days[0].name");
		wrong(put(1999, List.of()), "year");
		assertThat(client.get(null, "/holidays?year=2033").expect(200).path("days")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2025, 2026, 2027 })
	void theRealNoticesComeIn(int year) throws IOException {
		Path file = REAL.resolve(year + ".json");
		Assumptions.assumeTrue(Files.exists(file), "no shared data");
		JsonNode notice = new JsonMapper().readTree(Files.readString(file));
		JsonNode known = client.put(operator, "/holidays", notice).expect(200);
		assertThat(known.path("days")).hasSameSizeAs(notice.path("days"));
	}

	@Test
	void anOperatorPastesANotice() {
		PageClient page = new PageClient(hub.address()).signIn("operator@example.org", Stage.PASSWORD);
		page.get("/operator/holidays").expect(200);
		assertThat(page.post("/operator/holidays", Map.of("notice", "{")).expect(400)).contains("读不懂这份安排");
		assertThat(page.post("/operator/holidays", Map.of("notice", "null")).expect(400)).contains("读不懂这份安排");
		assertThat(page.post("/operator/holidays", Map.of("notice", "{\"year\":2035}")).expect(400)).contains("days");
		page.post("/operator/holidays",
				Map.of("notice",
						"{\"year\":2035,\"days\":[{\"name\":\"元旦\",\"date\":\"2035-01-01\",\"isOffDay\":true}]}"))
			.next();
		assertThat(page.get("/operator/holidays").expect(200)).contains("2035-01-01 元旦 休");
	}

	private static void wrong(HubClient.Answer answer, String field) {
		assertThat(answer.expect(400).path("violations").findValuesAsString("field")).contains(field);
	}

	private static HubClient.Answer put(int year, List<?> days) {
		return client.put(operator, "/holidays", Map.of("year", year, "days", days));
	}

	private static Map<String, Object> day(String date, boolean off) {
		return Map.of("name", "元旦", "date", date, "isOffDay", off);
	}

}
