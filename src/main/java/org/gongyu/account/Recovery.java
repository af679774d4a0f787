package org.gongyu.account;

import java.util.Locale;
import java.util.UUID;

import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Proving that a login is one's own, and a new password for who forgot theirs. Nothing
 * here tells whether there is an account: a code that was never sent and a wrong one are
 * answered alike.
 */
@Component
class Recovery {

	private final AccountRows rows;

	private final Codes codes;

	private final Passwords passwords;

	private final SignIns signIns;

	private final LoginLimits limits;

	private final Audit audit;

	private final Detached detached;

	Recovery(AccountRows rows, Codes codes, Passwords passwords, SignIns signIns, LoginLimits limits, Audit audit,
			Detached detached) {
		this.rows = rows;
		this.codes = codes;
		this.passwords = passwords;
		this.signIns = signIns;
		this.limits = limits;
		this.audit = audit;
		this.detached = detached;
	}

	/**
	 * Sends a code to who forgot their password, behind the answer's back: whether there
	 * is such an account shows neither in it nor in its time. Refused when it is asked
	 * for too often, or no channel leads to logins of that kind.
	 */
	Mono<Outcome<Boolean>> forgot(String typed, Locale locale) {
		Login login = Login.of(typed);
		if (!this.codes.reach(login)) {
			return Mono.just(Outcome.refused(AccountRefusal.NO_CHANNEL));
		}
		return this.limits.count("code-by-login", login).doOnNext(outcome -> outcome.map(within -> {
			this.detached.start("reset code", this.rows.byLogin(login)
				.flatMap(found -> this.codes.send(found.account().id(), login, CodePurpose.RESET, locale)));
			return within;
		}));
	}

	/**
	 * Sets a new password with a code that was sent, and ends all sign-ins.
	 */
	Mono<Outcome<UUID>> reset(String typed, String code, String password) {
		Login login = Login.of(typed);
		return this.limits.count("sign-in-by-login", login)
			.flatMap(outcome -> outcome.then(within -> this.passwords.hash(password, login.name())))
			.flatMap(outcome -> outcome.then(hash -> this.rows.byLogin(login)
				.filterWhen(found -> this.codes.redeem(found.account().id(), CodePurpose.RESET, code))
				.flatMap(found -> reset(found.account(), hash))
				.defaultIfEmpty(Outcome.refused(AccountRefusal.BAD_CODE))));
	}

	private Mono<Outcome<UUID>> reset(Account account, String hash) {
		return this.audit.changed(new Audit.Actor(account.alias(), null), AuditAction.PASSWORD_RESET, account.alias(),
				this.rows.setPassword(account.id(), hash)
					.then(this.rows.verify(account.id()))
					.then(this.signIns.signOutEverywhere(account.id()))
					.thenReturn(Outcome.done(account.id())));
	}

	/**
	 * Sends a code to one's own login.
	 */
	Mono<Outcome<Boolean>> sendCode(SignedIn who, Locale locale) {
		return this.rows.login(who.account()).flatMap(login -> {
			if (!this.codes.reach(login)) {
				return Mono.just(Outcome.<Boolean>refused(AccountRefusal.NO_CHANNEL));
			}
			return this.limits.count("code-by-login", login)
				.flatMap(outcome -> outcome
					.then(within -> this.codes.send(who.account(), login, CodePurpose.VERIFY, locale)
						.thenReturn(Outcome.done(true))));
		});
	}

	/**
	 * Notes that the login is the account's owner's.
	 */
	Mono<Outcome<Boolean>> verify(SignedIn who, String code) {
		return this.codes.redeem(who.account(), CodePurpose.VERIFY, code)
			.flatMap(right -> right ? this.rows.verify(who.account()).thenReturn(Outcome.done(true))
					: Mono.just(Outcome.refused(AccountRefusal.BAD_CODE)));
	}

	Mono<Boolean> isVerified(SignedIn who) {
		return this.rows.isVerified(who.account());
	}

}
