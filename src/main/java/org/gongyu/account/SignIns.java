package org.gongyu.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Limits;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
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

	private static final Logger log = LoggerFactory.getLogger(SignIns.class);

	private final AccountRows accounts;

	private final Identities identities;

	private final SignInRows rows;

	private final Passwords passwords;

	private final Turns turns;

	private final SecondFactor secondFactor;

	private final Limits limits;

	private final LoginLimits loginLimits;

	private final Tokens tokens;

	private final RandomSource random;

	private final Clock clock;

	private final AccountProperties properties;

	private final Signer signer;

	SignIns(AccountRows accounts, Identities identities, SignInRows rows, Passwords passwords, Turns turns,
			SecondFactor secondFactor, Limits limits, LoginLimits loginLimits, Tokens tokens, RandomSource random,
			Clock clock, AccountProperties properties, HubProperties hub) {
		this.accounts = accounts;
		this.identities = identities;
		this.rows = rows;
		this.passwords = passwords;
		this.turns = turns;
		this.secondFactor = secondFactor;
		this.limits = limits;
		this.loginLimits = loginLimits;
		this.tokens = tokens;
		this.random = random;
		this.clock = clock;
		this.properties = properties;
		this.signer = hub.signer("refresh-token");
	}

	/**
	 * Signs in with a password, and a code where the account has a second factor. An
	 * unknown login takes as long to refuse as a wrong password, and both count for the
	 * login's limit.
	 */
	Mono<Outcome<Pair>> signIn(Login login, String password, @Nullable String code, String device) {
		return this.loginLimits.count("sign-in-by-login", login)
			.flatMap(outcome -> outcome.then(within -> this.turns.take(check(login, password, code, device))));
	}

	private Mono<Outcome<Pair>> check(Login login, String password, @Nullable String code, String device) {
		return this.accounts.byLogin(login)
			.flatMap(found -> check(found, password, code, device))
			.switchIfEmpty(Mono.defer(() -> this.passwords.matchesNobody(password)
				.flatMap(outcome -> outcome.then(matched -> refused()))
				.doOnNext(outcome -> log.info("Nobody has the login that somebody tries."))));
	}

	private Mono<Outcome<Pair>> check(AccountRows.Credentials found, String password, @Nullable String code,
			String device) {
		return this.passwords.matches(password, found.passwordHash())
			.flatMap(outcome -> outcome.then(matched -> matched ? proved(found.account(), code, device) : refused()))
			.doOnNext(outcome -> note(found.account(), outcome));
	}

	private Mono<Outcome<Pair>> noted(Account account, @Nullable String code, String device) {
		return proved(account, code, device).doOnNext(outcome -> note(account, outcome));
	}

	/** People are known to the log as to the audit log, and what they typed is not. */
	private static void note(Account account, Outcome<Pair> outcome) {
		log.info("{} {}", account.alias(),
				outcome.<String>fold(pair -> "is signed in", refusal -> "is not signed in: " + refusal.code()));
	}

	private Mono<Outcome<Pair>> proved(Account account, @Nullable String code, String device) {
		return this.secondFactor.check(account.id(), code)
			.flatMap(outcome -> outcome.then(right -> begin(account, device)));
	}

	/**
	 * Signs in whom another provider sends; refused with SECOND_FACTOR_NEEDED when the
	 * account has one. Empty for an account that is gone.
	 */
	Mono<Outcome<Pair>> enter(UUID account, String device) {
		return this.accounts.byId(account)
			.flatMap(
					found -> proved(found.account(), null, device).doOnNext(outcome -> note(found.account(), outcome)));
	}

	/**
	 * Signs in whom another provider has sent with the code that was still missing. Tries
	 * count.
	 */
	Mono<Outcome<Pair>> finish(UUID account, String code, String device) {
		return this.limits.count("sign-in-by-login", account)
			.flatMap(outcome -> outcome.then(within -> this.accounts.byId(account)
				.flatMap(found -> noted(found.account(), code, device))
				.switchIfEmpty(refused())));
	}

	/**
	 * Begins a sign-in of somebody who has just proved who they are.
	 */
	Mono<Outcome<Pair>> begin(Account account, String device) {
		UUID id = this.random.id();
		Instant now = this.clock.instant();
		return this.rows
			.add(id, account.id(), device, now, now.plus(this.properties.refreshToken()), this.properties.signIns())
			.then(Mono.defer(() -> this.identities.of(account, null)))
			.map(who -> Outcome.done(pair(who, new RefreshToken(id, 0))));
	}

	/**
	 * Exchanges a refresh token for the next pair. Each works once, and for a moment once
	 * more with the same result; one that comes back later ends its sign-in (RFC 9700
	 * §4.14.2).
	 */
	Mono<Outcome<Pair>> refresh(String sealed) {
		RefreshToken token = RefreshToken.open(sealed, this.signer);
		if (token == null) {
			return Mono.just(Outcome.refused(AccountRefusal.SIGN_IN_OVER));
		}
		Instant now = this.clock.instant();
		return this.rows.exchange(token, now, this.properties.refreshGrace(), now.plus(this.properties.refreshToken()))
			.flatMap(exchanged -> who(exchanged)
				.map(who -> Outcome.done(pair(who, new RefreshToken(token.signIn(), exchanged.generation())))))
			.switchIfEmpty(Mono.defer(() -> over(token)));
	}

	private Mono<SignedIn> who(SignInRows.Exchanged exchanged) {
		return this.accounts.byId(exchanged.account())
			.flatMap(found -> this.identities.of(found.account(), exchanged.organization()));
	}

	/**
	 * From now on the person acts for this organization where it holds the refresh token,
	 * which is exchanged. Refused when it is not a member there.
	 */
	Mono<Outcome<Pair>> actFor(UUID account, UUID organization, String sealed) {
		RefreshToken token = RefreshToken.open(sealed, this.signer);
		return this.identities.all(account)
			.filter(all -> token != null && all.stream().anyMatch(each -> each.organization().equals(organization)))
			.flatMap(all -> this.rows.actFor(account, Objects.requireNonNull(token).signIn(), organization))
			.flatMap(set -> refresh(sealed))
			.defaultIfEmpty(Outcome.refused(AccountRefusal.NOT_A_MEMBER));
	}

	/**
	 * The organizations of an account.
	 */
	Mono<List<Affiliation>> affiliations(UUID account) {
		return this.identities.all(account);
	}

	Mono<Void> signOut(String sealed) {
		RefreshToken token = RefreshToken.open(sealed, this.signer);
		return (token != null) ? this.rows.end(token) : Mono.empty();
	}

	/**
	 * Where the account is signed in.
	 */
	Flux<SignIn> of(UUID account) {
		return this.rows.of(account, this.clock.instant());
	}

	/**
	 * Ends one sign-in of the account; one of another account stays.
	 */
	Mono<Void> end(UUID account, UUID id) {
		return this.rows.end(account, id);
	}

	/**
	 * Ends all sign-ins of the account but the one of this refresh token.
	 */
	Mono<Void> endOthers(UUID account, @Nullable String sealed) {
		return this.rows.endAll(account, current(sealed));
	}

	Mono<Void> signOutEverywhere(UUID account) {
		return this.rows.endAll(account, null);
	}

	/**
	 * The sign-in that a refresh token belongs to; null for a forged one.
	 */
	@Nullable UUID current(@Nullable String sealed) {
		RefreshToken token = (sealed != null) ? RefreshToken.open(sealed, this.signer) : null;
		return (token != null) ? token.signIn() : null;
	}

	private Pair pair(SignedIn who, RefreshToken token) {
		return new Pair(who, this.tokens.issue(who), token.seal(this.signer));
	}

	private Mono<Outcome<Pair>> over(RefreshToken token) {
		return this.rows.endReused(token)
			.doOnNext(
					account -> log.warn("A refresh token of account {} was used again; its sign-in is ended.", account))
			.then(Mono.just(Outcome.refused(AccountRefusal.SIGN_IN_OVER)));
	}

	private static Mono<Outcome<Pair>> refused() {
		return Mono.just(Outcome.refused(AccountRefusal.BAD_CREDENTIALS));
	}

}
