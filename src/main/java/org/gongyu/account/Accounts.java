package org.gongyu.account;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.InvalidInput;
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

	private final SecondFactor secondFactor;

	private final HouseholdAccounts household;

	private final LoginLimits limits;

	private final Audit audit;

	private final RandomSource random;

	Accounts(AccountRows rows, Passwords passwords, SignIns signIns, SecondFactor secondFactor,
			HouseholdAccounts household, LoginLimits limits, Audit audit, RandomSource random) {
		this.rows = rows;
		this.passwords = passwords;
		this.signIns = signIns;
		this.secondFactor = secondFactor;
		this.household = household;
		this.limits = limits;
		this.audit = audit;
		this.random = random;
	}

	/**
	 * Signs a guardian up with an empty household. Refused when the login is taken, or
	 * was signed up and deleted too often: a new account is no way around limits.
	 */
	Mono<Outcome<Account>> signUp(Login login, String password, String name) {
		Account account = new Account(this.random.id(), name, this.random.id(), this.random.id());
		return this.passwords.hash(password, login.name(), name)
			.flatMap(outcome -> outcome.then(hash -> this.limits.count("sign-up-by-login", login)
				.flatMap(within -> within.then(counted -> added(account, login, hash)))));
	}

	/**
	 * Adds somebody who has no household, but works for an organization. Answers the
	 * account; refused when the login is taken or the password is weak.
	 */
	public Mono<Outcome<UUID>> addStaff(String login, String password, String name) {
		return add(new Account(this.random.id(), name, this.random.id(), null), Login.of(login), password)
			.map(outcome -> outcome.map(Account::id));
	}

	private Mono<Outcome<Account>> add(Account account, Login login, String password) {
		return this.passwords.hash(password, login.name(), account.name())
			.flatMap(outcome -> outcome.then(hash -> added(account, login, hash)));
	}

	private Mono<Outcome<Account>> added(Account account, Login login, String hash) {
		return this.rows.add(account, login, hash)
			.map(added -> added ? Outcome.done(account) : Outcome.refused(AccountRefusal.LOGIN_TAKEN));
	}

	/**
	 * Gives an account a new password, takes its second factor away, and ends all its
	 * sign-ins: for who lost them, after an operator has made sure who they are.
	 */
	public Mono<Outcome<UUID>> resetPassword(Audit.Actor actor, String typed, String password) {
		Login login = Login.of(typed);
		return this.rows.byLogin(login)
			.flatMap(found -> this.passwords.hash(password, login.name())
				.flatMap(outcome -> outcome.then(hash -> reset(actor, found.account(), hash))))
			.defaultIfEmpty(Outcome.refused(AccountRefusal.NO_SUCH_ACCOUNT));
	}

	private Mono<Outcome<UUID>> reset(Audit.Actor actor, Account account, String hash) {
		return this.audit.changed(actor, AuditAction.PASSWORD_RESET, account.alias(),
				this.rows.setPassword(account.id(), hash)
					.then(this.secondFactor.remove(account.id()))
					.then(this.signIns.signOutEverywhere(account.id()))
					.thenReturn(Outcome.done(account.id())));
	}

	/**
	 * Gives the account another password if the present one is right, and ends its other
	 * sign-ins.
	 * @param refresh the refresh token of the sign-in that stays
	 */
	Mono<Outcome<UUID>> changePassword(SignedIn who, String present, String next, @Nullable String refresh) {
		UUID account = who.account();
		return this.household.confirm(who, present)
			.flatMap(outcome -> outcome.then(right -> this.rows.login(account)
				.flatMap(login -> this.passwords.hash(next, login.name(), who.name()))))
			.flatMap(outcome -> outcome.then(hash -> this.audit.changed(who.actor(), AuditAction.PASSWORD_CHANGED, null,
					this.rows.setPassword(account, hash)
						.then(this.signIns.endOthers(account, refresh))
						.thenReturn(Outcome.done(account)))));
	}

	/**
	 * The names of the people behind aliases; who is gone is left out.
	 */
	public Mono<Map<UUID, String>> names(Collection<UUID> aliases) {
		return this.rows.names(aliases);
	}

	/**
	 * What the audit log calls the owner of an account; empty when it is gone.
	 */
	public Mono<UUID> alias(UUID account) {
		return this.rows.byId(account).map(found -> found.account().alias());
	}

	/**
	 * What the audit log calls the owner of a login; empty when there is none.
	 * @throws InvalidInput on the field {@code login} when it is neither e-mail address
	 * nor number
	 */
	public Mono<UUID> alias(String login) {
		return this.rows.byLogin(Login.of(login)).map(found -> found.account().alias());
	}

	/**
	 * From now on messages to the owner of the account are written in this language.
	 */
	public Mono<Void> chooseLanguage(UUID account, Locale language) {
		return this.rows.setLanguage(account, language.getLanguage().equals("en") ? "en" : "zh");
	}

	/**
	 * How to reach the owners of accounts, those who have left excepted; for staff who
	 * must phone them, and nobody else.
	 */
	public Mono<Map<UUID, Contact>> contacts(List<UUID> accounts) {
		return this.rows.contacts(accounts).collectMap(Contact::account);
	}

}
