package org.gongyu.account;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts.
 *
 * @param accessToken how long an access token is good for
 * @param knownTokens how many access tokens are remembered as verified
 * @param refreshToken how long a sign-in lasts without being used
 * @param refreshGrace for how long an exchanged refresh token is good once more
 * @param signIns on how many devices an account is signed in at most
 * @param code for how long a code that was sent is good
 * @param passwordBits how hard a new password must be to guess, in bits
 * @param hashing how passwords are hashed
 * @param secureCookies whether cookies are sent over HTTPS only
 */
@ConfigurationProperties("gongyu.account")
record AccountProperties(@DefaultValue("10m") Duration accessToken, @DefaultValue("50000") int knownTokens,
		@DefaultValue("30d") Duration refreshToken, @DefaultValue("20s") Duration refreshGrace,
		@DefaultValue("20") int signIns, @DefaultValue("10m") Duration code, @DefaultValue("24") double passwordBits,
		@DefaultValue Hashing hashing, @DefaultValue("true") boolean secureCookies) {

	/**
	 * How passwords are hashed (Argon2id, RFC 9106; the defaults are OWASP's first
	 * choice).
	 *
	 * @param memoryKib memory of one hash
	 * @param iterations passes over it
	 * @param threads how many hashes run at once; null for one a core
	 * @param queue how many may wait; one more is answered 429
	 */
	record Hashing(@DefaultValue("19456") int memoryKib, @DefaultValue("2") int iterations, @Nullable Integer threads,
			@DefaultValue("100") int queue) {

		int threadsOrCores() {
			return (this.threads != null) ? this.threads : Runtime.getRuntime().availableProcessors();
		}

	}

}
