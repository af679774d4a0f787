package org.gongyu.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;

import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Signing in, staying signed in and signing out.
 */
@Component
class SignIns {

	/**
	 * What a sign-in gives: an access token that proves who sends a request, a refresh
	 * token that gets the next pair once.
	 */
	record Pair(SignedIn who, String access, String refresh) {
	}

	private final AccountRows accounts;

	private final SignInRows signIns;

	private final Passwords passwords;

	private final Tokens tokens;

	private final RandomSource random;

	private final Clock clock;

	private final AccountProperties properties;

	SignIns(AccountRows accounts, SignInRows signIns, Passwords passwords, Tokens tokens, RandomSource random,
			Clock clock, AccountProperties properties) {
		this.accounts = accounts;
		this.signIns = signIns;
		this.passwords = passwords;
		this.tokens = tokens;
		this.random = random;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * Signs in with a password. An unknown login takes as long to refuse as a wrong
	 * password.
	 */
	Mono<Outcome<Pair>> signIn(Login login, String password) {
		return this.accounts.byLogin(login)
			.flatMap(found -> this.passwords.matches(password, found.passwordHash())
				.flatMap(outcome -> outcome.then(matched -> matched ? begin(found.who()) : refused())))
			.switchIfEmpty(Mono.defer(() -> this.passwords.matchesNobody(password)
				.flatMap(outcome -> outcome.then(matched -> refused()))));
	}

	/**
	 * Begins a sign-in of somebody who has just proved who they are.
	 */
	Mono<Outcome<Pair>> begin(SignedIn who) {
		String refresh = this.random.secret();
		return this.signIns
			.add(this.random.id(), who.account(), hash(refresh),
					this.clock.instant().plus(this.properties.refreshToken()))
			.thenReturn(Outcome.done(new Pair(who, this.tokens.issue(who), refresh)));
	}

	/**
	 * Exchanges a refresh token for the next pair; each works once.
	 */
	Mono<Outcome<Pair>> refresh(String refresh) {
		String next = this.random.secret();
		return this.signIns
			.rotate(hash(refresh), hash(next), this.clock.instant(),
					this.clock.instant().plus(this.properties.refreshToken()))
			.flatMap(this.accounts::byId)
			.map(found -> Outcome.done(new Pair(found.who(), this.tokens.issue(found.who()), next)))
			.defaultIfEmpty(Outcome.refused(AccountRefusal.SIGN_IN_OVER));
	}

	Mono<Void> signOut(String refresh) {
		return this.signIns.end(hash(refresh));
	}

	Mono<Void> signOutEverywhere(UUID account) {
		return this.signIns.endAll(account);
	}

	private static Mono<Outcome<Pair>> refused() {
		return Mono.just(Outcome.refused(AccountRefusal.BAD_CREDENTIALS));
	}

	private static byte[] hash(String refresh) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(refresh.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
