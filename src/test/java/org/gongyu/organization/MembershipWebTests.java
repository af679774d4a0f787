package org.gongyu.organization;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.PageClient;
import org.gongyu.Staff;
import org.gongyu.Stage;
import org.gongyu.account.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From an organization that somebody brings in to colleagues who work for it: nothing
 * before it is verified, links that work once, and a switch between organizations.
 */
class MembershipWebTests {

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

	private static String login() {
		return UUID.randomUUID() + "@example.org";
	}

	private static String manager(String login, String organization) {
		Staff.add(hub, OrganizationKind.VENUE_OPERATOR, organization, login, Role.VENUE_MANAGER);
		return client.signIn(login, Stage.PASSWORD);
	}

	private static HubClient.Answer venue(String manager) {
		return client.post(manager, "/venues",
				Map.of("name", UUID.randomUUID().toString(), "kind", "MUSEUM", "region", "云溪区"));
	}

	@Test
	void anOrganizationDoesNothingBeforeItIsVerified() {
		String login = login();
		String founder = client.signUp(login, Stage.PASSWORD, "周");
		String id = Stage.id(client.post(founder, "/organizations", Map.of("kind", "VENUE_OPERATOR", "name", "云溪天文馆")));
		founder = client.signIn(login, Stage.PASSWORD);
		venue(founder).expect(403);
		client.get(founder, "/organization/members").expect(403);
		client.put(founder, "/organizations/" + id + "/verification", Map.of()).expect(403);
		client.put(operator, "/organizations/" + id + "/verification", Map.of()).expect(204);
		venue(client.signIn(login, Stage.PASSWORD)).expect(201);
		client.post(founder, "/organizations", Map.of("kind", "SCHOOL", "name", "云溪天文馆")).expect(409);
	}

	@Test
	void nobodyBecomesAnOperatorByBringingADepartmentIn() {
		String login = login();
		String founder = client.signUp(login, Stage.PASSWORD, "周");
		String id = Stage.id(client.post(founder, "/organizations", Map.of("kind", "DEPARTMENT", "name", "某局")));
		client.put(operator, "/organizations/" + id + "/verification", Map.of()).expect(204);
		client.get(client.signIn(login, Stage.PASSWORD), "/organizations").expect(403);
	}

	@Test
	void aNameThatSomebodyTookEarlyIsNotVerifiedUnseen() {
		String login = login();
		String squatter = client.signUp(login, Stage.PASSWORD, "周");
		String id = Stage
			.id(client.post(squatter, "/organizations", Map.of("kind", "VENUE_OPERATOR", "name", "云溪航天馆")));
		assertThat(client.post(operator, "/organizations", Map.of("kind", "VENUE_OPERATOR", "name", "云溪航天馆"))
			.expect(409)
			.path("code")
			.asString()).isEqualTo("ORGANIZATION_WAITS");
		venue(client.signIn(login, Stage.PASSWORD)).expect(403);
		client.put(operator, "/organizations/" + id + "/verification", Map.of()).expect(204);
		venue(client.signIn(login, Stage.PASSWORD)).expect(201);
	}

	@Test
	void anInvitationWorksOnce() {
		String manager = manager(login(), "云溪图书馆");
		JsonNode invitation = client.post(manager, "/organization/invitations", Map.of("roles", List.of("GATE_STAFF")))
			.expect(201);
		String login = login();
		String guest = client.signUp(login, Stage.PASSWORD, "吴");
		String accept = "/invitations/" + invitation.path("token").asString() + "/accept";
		client.post(guest, accept, Map.of()).expect(200);
		client.post(client.signUp(login(), Stage.PASSWORD, "郑"), accept, Map.of()).expect(410);
		assertThat(client.get(manager, "/organization/members").expect(200).path("items").findValuesAsString("name"))
			.contains("吴");
		String gate = client.signIn(login, Stage.PASSWORD);
		client.get(gate, "/organization/members").expect(403);
		assertThat(client.get(gate, "/bookings").expect(200).path("items")).isEmpty();
		client.post(gate, "/check-ins", Map.of("code", "none")).expect(404);
	}

	@Test
	void aWithdrawnInvitationIsOver() {
		String manager = manager(login(), "云溪体育馆");
		JsonNode invitation = client.post(manager, "/organization/invitations", Map.of("roles", List.of("GATE_STAFF")))
			.expect(201);
		client.delete(manager, "/organization/invitations/" + invitation.path("id").asString()).expect(204);
		client
			.post(client.signUp(login(), Stage.PASSWORD, "吴"),
					"/invitations/" + invitation.path("token").asString() + "/accept", Map.of())
			.expect(410);
		client.post(manager, "/organization/invitations", Map.of("roles", List.of("OPERATOR"))).expect(422);
		client.post(manager, "/organization/invitations", Map.of("roles", List.of("GUARDIAN"))).expect(422);
	}

	@Test
	void somebodyWhoCanLetPeopleInStays() {
		String login = login();
		String manager = manager(login, "云溪剧院");
		String own = client.get(manager, "/organization/members")
			.expect(200)
			.path("items")
			.get(0)
			.path("account")
			.asString();
		client.delete(manager, "/organization/members/" + own).expect(409);
		client.put(manager, "/organization/members/" + own, Map.of("roles", List.of("GATE_STAFF"))).expect(409);
		manager(login(), "云溪剧院");
		client.delete(manager, "/organization/members/" + own).expect(204);
		client.get(client.signIn(login, Stage.PASSWORD), "/organization/members").expect(403);
	}

	@Test
	void somebodySwitchesBetweenOrganizations() {
		String login = login();
		String first = manager(login, "云溪茶博馆");
		String second = manager(login(), "云溪竹博馆");
		String token = client.post(second, "/organization/invitations", Map.of("roles", List.of("VENUE_MANAGER")))
			.expect(201)
			.path("token")
			.asString();
		String other = client.post(first, "/invitations/" + token + "/accept", Map.of())
			.expect(200)
			.path("organization")
			.asString();
		JsonNode pair = client.post(null, "/auth/token", Map.of("login", login, "password", Stage.PASSWORD))
			.expect(200);
		String venue = Stage.id(venue(second));
		Map<String, Object> change = Map.of("name", "竹博馆二厅", "kind", "MUSEUM", "region", "云溪区");
		client.put(pair.path("accessToken").asString(), "/venues/" + venue, change).expect(404);
		JsonNode switched = client
			.post(pair.path("accessToken").asString(), "/auth/organization",
					Map.of("refreshToken", pair.path("refreshToken").asString(), "organization", other))
			.expect(200);
		client.put(switched.path("accessToken").asString(), "/venues/" + venue, change).expect(200);
		JsonNode refreshed = client
			.post(null, "/auth/refresh", Map.of("refreshToken", switched.path("refreshToken").asString()))
			.expect(200);
		client.put(refreshed.path("accessToken").asString(), "/venues/" + venue, change).expect(200);
		client
			.post(refreshed.path("accessToken").asString(), "/auth/organization", Map.of("refreshToken",
					refreshed.path("refreshToken").asString(), "organization", UUID.randomUUID().toString()))
			.expect(404);
	}

	@Test
	void anOfficerInvitesAColleagueInTheBrowser() {
		String login = login();
		manager(login, "云溪民俗馆");
		PageClient officer = new PageClient(hub.address()).signIn(login, Stage.PASSWORD);
		officer.get("/organization").expect(200);
		String page = officer.post("/organization/invitations", Map.of("roles", "GATE_STAFF")).expect(200);
		String link = page.replaceAll("(?s).*value=\"[^\"]*(/join/[^\"]+)\".*", "$1");
		PageClient guest = new PageClient(hub.address());
		assertThat(guest.get(link).next()).startsWith("/sign-in?next=");
		guest.signUp(login(), Stage.PASSWORD);
		assertThat(guest.get(link).expect(200)).contains("云溪民俗馆", "入口工作人员");
		assertThat(guest.post(link, Map.of()).next()).isEqualTo("/account");
		assertThat(guest.get("/account").expect(200)).contains("云溪民俗馆", "切换到这里");
		String own = guest.get("/account").text().replaceAll("(?s).*name=\"organization\" value=\"([^\"]+)\".*", "$1");
		guest.post("/account/organization", Map.of("organization", own)).next();
		guest.get("/desk").expect(200);
		guest.get(link).expect(410);
	}

}
