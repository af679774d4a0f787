package org.gongyu.account;

import java.util.Set;
import java.util.UUID;

import org.gongyu.Hub;

/**
 * Access tokens without signing in.
 */
public final class TestTokens {

	private TestTokens() {
	}

	/**
	 * A token of a guardian whose household is not in the database.
	 */
	public static String guardian(Hub hub, UUID account) {
		return hub.bean(Tokens.class)
			.issue(new SignedIn(account, "测试", account, account, null, null, Set.of(Role.GUARDIAN)));
	}

}
