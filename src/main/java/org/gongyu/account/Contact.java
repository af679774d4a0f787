package org.gongyu.account;

import java.util.UUID;

/**
 * How to reach the owner of an account.
 *
 * @param name how the person is greeted
 * @param login an e-mail address, or a mobile number as +86…
 */
public record Contact(UUID account, String name, String login) {

	public boolean isMobile() {
		return this.login.startsWith("+");
	}

}
