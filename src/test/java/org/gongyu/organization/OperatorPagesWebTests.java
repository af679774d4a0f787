package org.gongyu.organization;

import java.util.Map;
import java.util.Set;

import org.gongyu.Hub;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operator's page and one's own account, sent as browsers send them.
 */
class OperatorPagesWebTests {

	private static final String PASSWORD = Stage.PASSWORD;

	static Hub hub;

	static PageClient operator;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		Staff.operator(hub);
		operator = new PageClient(hub.address()).signIn("operator@example.org", PASSWORD);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static Map<String, String> staff(String organization, String login) {
		return Map.of("organization", organization, "kind", "VENUE_OPERATOR", "job", "VENUE_MANAGER", "name", "馆长",
				"login", login, "password", "nine-quiet-lanterns");
	}

	@Test
	void anOrganizationAndItsManagerAreAdded() {
		operator.get("/operator").expect(200);
		assertThat(operator.post("/operator/staff", staff("云溪科技馆", "chief@example.org")).expect(200)).contains("已加入",
				"value=\"云溪科技馆\"");
		new HubClient(hub.address()).signIn("chief@example.org", "nine-quiet-lanterns");
	}

	@Test
	void whatIsWrongIsSaidAndWhatWasTypedStays() {
		operator.get("/operator").expect(200);
		operator.post("/operator/staff", staff("云溪图书馆", "taken@example.org")).expect(200);
		assertThat(operator.post("/operator/staff", staff("云溪图书馆", "taken@example.org")).expect(409))
			.contains("已经注册过", "value=\"馆长\"")
			.doesNotContain("nine-quiet-lanterns");
		assertThat(operator.post("/operator/staff", staff("云溪图书馆", "nonsense")).expect(400)).contains("请填手机号或邮箱");
	}

	@Test
	void aForgottenPasswordIsSetAnew() {
		HubClient client = new HubClient(hub.address());
		client.signUp("forgot@example.org", "seven slow rivers", "林");
		operator.get("/operator").expect(200);
		assertThat(operator
			.post("/operator/passwords", Map.of("login", "forgot@example.org", "password", "eleven slow rivers"))
			.expect(200)).contains("密码已重设");
		client.signIn("forgot@example.org", "eleven slow rivers");
		operator.post("/operator/passwords", Map.of("login", "nobody@example.org", "password", "eleven slow rivers"))
			.expect(404);
	}

	@Test
	void onesOwnPasswordIsChangedOnThePage() {
		PageClient browser = new PageClient(hub.address()).signUp("own@example.org", "the first quiet words");
		browser.get("/account").expect(200);
		assertThat(browser.post("/account/password", Map.of("present", "wrong", "next", "the second quiet words"))
			.expect(422)).contains("当前密码不对");
		assertThat(browser
			.post("/account/password", Map.of("present", "the first quiet words", "next", "the second quiet words"))
			.expect(200)).contains("密码已改");
		new HubClient(hub.address()).signIn("own@example.org", "the second quiet words");
	}

	@Test
	void nothingUndeliveredIsGoodNews() {
		assertThat(operator.get("/operator/dead-letters").expect(200)).contains("一切正常");
	}

}
