package org.gongyu.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The accounts of everybody who signs in.
 */
@Component
public class Accounts {

	private final AccountRows rows;

	private final Passwords passwords;

	private final SignIns signIns;

	private final RandomSource random;

	Accounts(AccountRows rows, Passwords passwords, SignIns signIns, RandomSource random) {
		this.rows = rows;
		this.passwords = passwords;
		this.signIns = signIns;
		this.random = random;
	}

	/**
	 * Signs a guardian up with an empty household. Refused when the login is taken.
	 */
	Mono<Outcome<Account>> signUp(Login login, String password, String name) {
		return add(new Account(this.random.id(), name, this.random.id()), login, password);
	}

	/**
	 * Adds somebody who has no household, but works for an organization. Answers the
	 * account; refused when the login is taken or the password is weak.
	 */
	public Mono<Outcome<UUID>> addStaff(String login, String password, String name) {
		return add(new Account(this.random.id(), name, null), Login.of(login), password)
			.map(outcome -> outcome.map(Account::id));
	}

	private Mono<Outcome<Account>> add(Account account, Login login, String password) {
		return this.passwords.hash(password, login.name(), account.name())
			.flatMap(outcome -> outcome.then(hash -> this.rows.add(account, login, hash)
				.map(added -> added ? Outcome.done(account) : Outcome.<Account>refused(AccountRefusal.LOGIN_TAKEN))));
	}

	/**
	 * Gives an account a new password and ends all its sign-ins.
	 */
	public Mono<Outcome<UUID>> resetPassword(String typed, String password) {
		Login login = Login.of(typed);
		return this.rows.byLogin(login)
			.map(found -> found.account().id())
			.flatMap(account -> this.passwords.hash(password, login.name())
				.flatMap(outcome -> outcome.then(hash -> this.rows.setPassword(account, hash)
					.then(this.signIns.signOutEverywhere(account))
					.thenReturn(Outcome.done(account)))))
			.defaultIfEmpty(Outcome.refused(AccountRefusal.NO_SUCH_ACCOUNT));
	}

	/**
	 * Gives the account another password if the present one is right, and ends its other
	 * sign-ins.
	 * @param refresh the refresh token of the sign-in that stays
	 */
	Mono<Outcome<UUID>> changePassword(UUID account, String present, String next, @Nullable String refresh) {
		return this.rows.byId(account)
			.flatMap(known -> this.passwords.matches(present, known.passwordHash()))
			.flatMap(outcome -> outcome.then(right -> right ? this.passwords.hash(next)
					: Mono.just(Outcome.<String>refused(AccountRefusal.BAD_PASSWORD))))
			.flatMap(outcome -> outcome.then(hash -> this.rows.setPassword(account, hash)
				.then(this.signIns.endOthers(account, refresh))
				.thenReturn(Outcome.done(account))));
	}

	/**
	 * How to reach the owners of accounts; for staff who must phone them, and nobody
	 * else.
	 */
	public Mono<Map<UUID, Contact>> contacts(List<UUID> accounts) {
		return this.rows.contacts(accounts).collectMap(Contact::account);
	}

}
