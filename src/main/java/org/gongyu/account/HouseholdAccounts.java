package org.gongyu.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.platform.Limits;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The accounts of a household's guardians: who they are, joining, leaving.
 */
@Component
public class HouseholdAccounts {

	private final AccountRows rows;

	private final SignInRows signIns;

	private final Passwords passwords;

	private final Limits limits;

	HouseholdAccounts(AccountRows rows, SignInRows signIns, Passwords passwords, Limits limits) {
		this.rows = rows;
		this.signIns = signIns;
		this.passwords = passwords;
		this.limits = limits;
	}

	/**
	 * The guardians of a household who have not left, the longest known first.
	 */
	public Mono<List<Contact>> guardians(UUID household) {
		return this.rows.ofHousehold(household).collectList();
	}

	/**
	 * The household that an account belongs to by now, whatever its access token says;
	 * empty for none.
	 */
	public Mono<UUID> household(UUID account) {
		return this.rows.byId(account).mapNotNull(found -> found.account().household());
	}

	/**
	 * Moves an account from one household to another. False when it is in another one by
	 * now.
	 */
	public Mono<Boolean> move(UUID account, @Nullable UUID from, UUID to) {
		return this.rows.move(account, from, to);
	}

	/**
	 * Checks that whoever asks for something grave knows the account's password; a few
	 * times only, for a stolen session must not guess it.
	 */
	public Mono<Outcome<UUID>> confirm(SignedIn who, String password) {
		return this.limits.count("password-by-account", who.account())
			.flatMap(outcome -> outcome.then(within -> matches(who, password)));
	}

	private Mono<Outcome<UUID>> matches(SignedIn who, String password) {
		return this.rows.byId(who.account())
			.flatMap(known -> this.passwords.matches(password, known.passwordHash()))
			.map(outcome -> outcome.fold(
					right -> right ? Outcome.done(who.account()) : Outcome.refused(AccountRefusal.BAD_PASSWORD),
					Outcome::refused));
	}

	/**
	 * Everything that is kept of an account, in words and numbers.
	 */
	public Mono<Map<String, Object>> export(UUID account) {
		return this.rows.export(account);
	}

	/**
	 * Makes an account nobody's: no login, no password, no name, no sign-in. What leads
	 * to it elsewhere is erased before {@link #forget}.
	 */
	public Mono<Void> leave(UUID account) {
		return this.rows.leave(account).then(this.signIns.endAll(account, null));
	}

	/**
	 * Forgets the accounts of a household that have left.
	 */
	public Mono<Void> forget(UUID household) {
		return this.rows.forgetHousehold(household);
	}

	/**
	 * Forgets one account at once, with its memberships.
	 */
	public Mono<Void> remove(UUID account) {
		return this.rows.remove(account);
	}

}
