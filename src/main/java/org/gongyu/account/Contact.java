package org.gongyu.account;

import java.util.UUID;

/**
 * How to reach the owner of an account.
 *
 * @param name how the person is greeted
 * @param login an e-mail address, or a mobile number as +86…
 * @param language in which to write: zh or en
 */
public record Contact(UUID account, String name, String login, String language) {

	public boolean isMobile() {
		return this.login.startsWith("+");
	}

}
