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
 * Accounts and the organizations that staff act for.
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
	Mono<Outcome<SignedIn>> signUp(Login login, String password, String name) {
		SignedIn who = new SignedIn(this.random.id(), name, this.random.id(), null, Set.of(Role.GUARDIAN));
		return this.passwords.hash(password, login.name(), name)
			.flatMap(outcome -> outcome.then(hash -> this.rows.addGuardian(who, login, hash)
				.map(added -> added ? Outcome.done(who) : Outcome.<SignedIn>refused(AccountRefusal.LOGIN_TAKEN))));
	}

	/**
	 * Gives an account a new password and ends all its sign-ins.
	 */
	Mono<Outcome<UUID>> resetPassword(Login login, String password) {
		return this.rows.byLogin(login)
			.map(found -> found.who().account())
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

	/**
	 * Adds somebody who works for an organization (null for the hub's operators). An
	 * existing login stays as it is.
	 */
	public Mono<Outcome<Boolean>> addStaff(String login, String password, String name, @Nullable UUID organization,
			Set<Role> roles) {
		SignedIn who = new SignedIn(this.random.id(), name, null, organization, roles);
		Login known = Login.of(login);
		return this.passwords.hash(password, known.name(), name)
			.flatMap(outcome -> outcome.then(hash -> this.rows.addStaff(who, known, hash).map(Outcome::done)));
	}

	/**
	 * Adds somebody who works for an organization. Refused when the login is taken or
	 * there is no such organization.
	 */
	Mono<Outcome<Boolean>> addStaff(UUID organization, StaffRequest request) {
		return this.rows.findOrganization(organization)
			.flatMap(known -> addStaff(request.login(), request.password(), request.name().strip(), known.id(),
					request.job().roles()))
			.flatMap(outcome -> outcome.then(added -> Mono
				.just(added ? Outcome.done(true) : Outcome.<Boolean>refused(AccountRefusal.LOGIN_TAKEN))))
			.defaultIfEmpty(Outcome.refused(AccountRefusal.NO_SUCH_ORGANIZATION));
	}

	/**
	 * The alliance's organizations by name.
	 */
	Flux<Organization> organizations() {
		return this.rows.organizations();
	}

	/**
	 * Adds an organization by name, once; answers its id.
	 */
	public Mono<UUID> addOrganization(OrganizationKind kind, String name) {
		return this.rows.addOrganization(this.random.id(), kind, name);
	}

}
