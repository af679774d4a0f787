package org.gongyu;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.gongyu.account.Role;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.organization.Organizations;

/**
 * People who work for organizations, let in past the pages and the API.
 */
public final class Staff {

	private Staff() {
	}

	/**
	 * Adds somebody to an organization that exists or comes to exist; answers its id.
	 */
	public static UUID add(Hub hub, OrganizationKind kind, String organization, String login, Role role) {
		Organizations organizations = hub.bean(Organizations.class);
		UUID id = Objects.requireNonNull(organizations.add(kind, organization).block());
		organizations.addStaff(id, login, Stage.PASSWORD, "工作人员", Set.of(role)).block();
		return id;
	}

	/**
	 * Adds an operator and signs in; answers the access token.
	 */
	public static String operator(Hub hub) {
		add(hub, OrganizationKind.DEPARTMENT, "运营", "operator@example.org", Role.OPERATOR);
		return new HubClient(hub.address()).signIn("operator@example.org", Stage.PASSWORD);
	}

}
