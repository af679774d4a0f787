package org.gongyu.account;

import java.util.Set;
import java.util.UUID;

import org.gongyu.Hub;

import org.springframework.context.ApplicationContext;

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
		return guardian(hub.bean(Tokens.class), account);
	}

	/**
	 * The same of a hub that is no test's.
	 */
	public static String guardian(ApplicationContext hub, UUID account) {
		return guardian(hub.getBean(Tokens.class), account);
	}

	private static String guardian(Tokens tokens, UUID account) {
		return tokens.issue(new SignedIn(account, "测试", account, account, null, null, Set.of(Role.GUARDIAN)));
	}

}
