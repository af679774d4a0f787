package org.gongyu.account;

import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why an account was not signed up, signed in or changed.
 */
enum AccountRefusal implements Refusal {

	/** The form is older than the browser's cookies: it must be opened again. */
	FORM_OVER(403, null),
	/** Unknown login or wrong password; which of the two is not told. */
	BAD_CREDENTIALS(401, null),
	/** The refresh token is unknown, used or over. */
	SIGN_IN_OVER(401, null),
	/** Somebody has this login. */
	LOGIN_TAKEN(409, "login"),
	/** The present password is wrong. */
	BAD_PASSWORD(422, "present"),
	/** The password would soon be guessed. */
	WEAK_PASSWORD(422, "password"),
	/** Too many passwords are being checked at this moment. */
	BUSY(429, null),
	/** The account is no member of that organization. */
	NOT_A_MEMBER(404, "organization"),

	/** The password is right; the code of the authenticator app is needed, too. */
	SECOND_FACTOR_NEEDED(401, "code"),
	/** The account has a second factor already. */
	SECOND_FACTOR_ON(409, null),
	/** Neither an e-mail address nor a mobile number. */
	BAD_LOGIN(400, "login"),
	/** The provider knows neither address nor number of whom it sends. */
	NO_PROVEN_LOGIN(422, null),
	/** The second half of the sign-in came too late: it begins again. */
	SIGN_IN_TOO_SLOW(409, null),
	/** An account has this login, and its owner has not proved that it is theirs. */
	LOGIN_NOT_PROVEN(409, null),
	/** The code is wrong, over, used, or was never sent; which is not told. */
	BAD_CODE(422, "code"),
	/** The hub cannot send anything to logins of this kind. */
	NO_CHANNEL(422, "login"),
	/** No such account. */
	NO_SUCH_ACCOUNT(404, null);

	private final int status;

	private final @Nullable String field;

	AccountRefusal(int status, @Nullable String field) {
		this.status = status;
		this.field = field;
	}

	@Override
	public String code() {
		return name();
	}

	@Override
	public int status() {
		return this.status;
	}

	@Override
	public @Nullable String field() {
		return this.field;
	}

	@Override
	public int retryAfterSeconds() {
		return (this == BUSY) ? 3 : 0;
	}

}
