package org.gongyu.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The audit log grows, is found again, and shows when somebody laid hands on it.
 */
class AuditWebTests {

	static Hub hub;

	static HubClient client;

	static String operator;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.audit.extend=50ms");
		client = new HubClient(hub.address());
		operator = Staff.operator(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	/** A change that is written down; answers the login of who did it. */
	private static String changed() {
		String login = UUID.randomUUID() + "@example.org";
		String somebody = client.signUp(login, Stage.PASSWORD, "周");
		client.put(somebody, "/account/password", Map.of("present", Stage.PASSWORD, "password", "a better horse!"))
			.expect(204);
		return login;
	}

	private static AuditCheck check() {
		return Objects.requireNonNull(hub.bean(Audit.class).check().block());
	}

	private static void untilAllAreLinked() {
		await().atMost(Duration.ofSeconds(10))
			.until(() -> Objects.requireNonNull(hub.bean(DatabaseClient.class)
				.sql("select (select count(*) from audit_entry) = (select count(*) from audit_link) as done")
				.map(row -> row.get("done", Boolean.class))
				.one()
				.block()));
	}

	@Test
	void whatSomebodyDidIsFound() {
		String login = changed();
		var items = client.get(operator, "/audit?login=" + login + "&action=PASSWORD_CHANGED")
			.expect(200)
			.path("items");
		assertThat(items).hasSize(1);
		assertThat(items.get(0).path("actor").asString()).isEqualTo("周");
		assertThat(client.get(operator, "/audit?login=nobody@example.org").expect(200).path("items")).isEmpty();
		assertThat(client.get(operator, "/audit?action=AUDIT_SEEN").expect(200).path("items")).isNotEmpty();
		client.get(operator, "/audit?action=NONSENSE").expect(400);
	}

	@Test
	void anOperatorSearchesInTheBrowser() {
		String login = changed();
		PageClient browser = new PageClient(hub.address()).signIn("operator@example.org", Stage.PASSWORD);
		assertThat(browser.get("/operator/audit?login=" + login + "&action=&from=&to=").expect(200)).contains("改密码",
				"周");
		untilAllAreLinked();
		browser.get("/operator/audit/check").expect(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "update audit_entry set action = 'X'", "delete from audit_entry", "truncate audit_link",
			"update audit_link set hash = ''", "delete from audit_link" })
	void theApplicationHasNoRightToChangeIt(String sql) {
		changed();
		assertThatThrownBy(() -> hub.bean(DatabaseClient.class).sql(sql).fetch().rowsUpdated().block())
			.hasStackTraceContaining("permission denied for table " + sql.replaceAll(".*(audit_\\w+).*", "$1"));
	}

	@Test
	void tamperingShows() {
		List.of(1, 2, 3).forEach(each -> changed());
		untilAllAreLinked();
		assertThat(check().broken()).isNull();
		String head = check().head();
		long links = check().links();
		hub.execute("update audit_entry set action = reverse(action) where id = "
				+ "(select entry_id from audit_link where position = 2)");
		assertThat(check().broken()).isEqualTo(2);
		hub.execute("update audit_entry set action = reverse(action) where id = "
				+ "(select entry_id from audit_link where position = 2)");
		hub.execute("with cut as (delete from audit_link where position = " + links + " returning entry_id)"
				+ " delete from audit_entry where id = (select entry_id from cut)");
		assertThat(check().head()).isNotEqualTo(head);
		untilAllAreLinked();
	}

}
