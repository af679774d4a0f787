package org.gongyu.organization;

import java.util.Map;

import org.awaitility.Awaitility;
import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From an empty hub to a venue that can publish: the settings let the first operator in,
 * operators let organizations and their staff in.
 */
class OperatorWebTests {

	private static final String PASSWORD = "operate-it-well";

	static Hub hub;

	static HubClient client;

	static String operator;

	@BeforeAll
	static void start() {
		hub = Hub.start("gongyu.organization.operator.login=operator@example.org",
				"gongyu.organization.operator.password=" + PASSWORD);
		client = new HubClient(hub.address());
		Map<String, String> credentials = Map.of("login", "operator@example.org", "password", PASSWORD);
		Awaitility.await().until(() -> client.post(null, "/auth/token", credentials).status() == 200);
		operator = client.signIn("operator@example.org", PASSWORD);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static String organization(String name) {
		return Stage.id(client.post(operator, "/organizations", Map.of("kind", "VENUE_OPERATOR", "name", name)));
	}

	private static HubClient.Answer staff(String organization, String login) {
		return client.post(operator, "/organizations/" + organization + "/staff",
				Map.of("login", login, "password", PASSWORD, "name", "馆长", "job", "VENUE_MANAGER"));
	}

	@Test
	void aManagerWhomAnOperatorLetInAddsAVenue() {
		staff(organization("云溪科技馆"), "manager@example.org").expect(201);
		String manager = client.signIn("manager@example.org", PASSWORD);
		client.post(manager, "/venues", Map.of("name", "云溪科技馆", "kind", "SCIENCE_CENTER", "region", "云溪区")).expect(201);
		assertThat(client.get(operator, "/organizations").expect(200).path("items").findValuesAsString("name"))
			.contains("云溪科技馆");
	}

	@Test
	void anOrganizationIsAddedOnceByName() {
		assertThat(organization("云溪图书馆")).isEqualTo(organization("云溪图书馆"));
	}

	@Test
	void aTakenLoginAndAnUnknownOrganizationAreRefused() {
		String organization = organization("云溪文化馆");
		staff(organization, "taken@example.org").expect(201);
		assertThat(staff(organization, "taken@example.org").expect(409).path("code").asString())
			.isEqualTo("LOGIN_TAKEN");
		assertThat(staff("00000000-0000-0000-0000-000000000000", "new@example.org").expect(404).path("code").asString())
			.isEqualTo("NO_SUCH_ORGANIZATION");
	}

	@Test
	void aVenueHasNoOperators() {
		assertThat(client
			.post(operator, "/organizations/" + organization("云溪美术馆") + "/staff",
					Map.of("login", "more@example.org", "password", PASSWORD, "name", "x", "job", "OPERATOR"))
			.expect(422)
			.path("code")
			.asString()).isEqualTo("NO_SUCH_ROLE");
	}

	@Test
	void whatOperatorsDoIsClosedToOthers() {
		String family = client.signUp("family@example.org", PASSWORD, "林");
		client.get(family, "/organizations").expect(403);
		client.get(family, "/dead-letters").expect(403);
		client.post(family, "/accounts/password", Map.of("login", "operator@example.org", "password", PASSWORD))
			.expect(403);
		client.get(null, "/dead-letters").expect(401);
		client.get(operator, "/dead-letters").expect(200);
	}

}
