package org.gongyu.organization;

import java.util.Set;

import org.gongyu.account.Role;
import org.gongyu.platform.Detached;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the first operator in: the account that the settings
 * {@code gongyu.organization.operator.login} and {@code .password} name is added at
 * start, once. Its password can be changed afterwards; the settings are not looked at
 * again.
 */
@Component
class FirstOperator {

	private final OrganizationProperties.Operator operator;

	private final Organizations organizations;

	private final Detached detached;

	FirstOperator(OrganizationProperties properties, Organizations organizations, Detached detached) {
		this.operator = properties.operator();
		this.organizations = organizations;
		this.detached = detached;
	}

	@EventListener(ApplicationReadyEvent.class)
	void add() {
		String login = this.operator.login();
		String password = this.operator.password();
		if (login != null && password != null) {
			this.detached.start("first operator",
					this.organizations.add(OrganizationKind.DEPARTMENT, this.operator.organization())
						.flatMap(department -> this.organizations.addStaff(department, login, password, login,
								Set.of(Role.OPERATOR))));
		}
	}

}
