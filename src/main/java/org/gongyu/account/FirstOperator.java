package org.gongyu.account;

import java.util.Set;

import org.gongyu.platform.Detached;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the first operator in: the account that the settings
 * {@code gongyu.account.operator.login} and {@code .password} name is added at start,
 * once. Its password can be changed afterwards; the settings are not looked at again.
 */
@Component
class FirstOperator {

	private final AccountProperties.Operator operator;

	private final Accounts accounts;

	private final Detached detached;

	FirstOperator(AccountProperties properties, Accounts accounts, Detached detached) {
		this.operator = properties.operator();
		this.accounts = accounts;
		this.detached = detached;
	}

	@EventListener(ApplicationReadyEvent.class)
	void add() {
		String login = this.operator.login();
		String password = this.operator.password();
		if (login != null && password != null) {
			this.detached.start("first operator",
					this.accounts.addStaff(login, password, login, null, Set.of(Role.OPERATOR)));
		}
	}

}
