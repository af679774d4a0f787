package org.gongyu.account;

/**
 * What a code that is sent to somebody is good for.
 */
enum CodePurpose {

	/** Proves that the login is the account's owner's. */
	VERIFY,
	/** Lets the owner of the login set a new password. */
	RESET

}
