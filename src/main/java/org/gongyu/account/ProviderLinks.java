package org.gongyu.account;

import java.time.Clock;
import java.util.Objects;
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
 * The accounts of people whom other providers send. Who comes for the first time enters
 * the account that has the login which the provider has proved, if its owner has proved
 * it here, too: nobody gets into an account that somebody else has opened in their name,
 * and nobody who opened one in another's name keeps a way into it.
 */
@Component
public class ProviderLinks {

	private static final int LONGEST_NAME = 40;

	private final ProviderLinkRows rows;

	private final AccountRows accountRows;

	private final Accounts accounts;

	private final Audit audit;

	private final RandomSource random;

	private final Clock clock;

	ProviderLinks(ProviderLinkRows rows, AccountRows accountRows, Accounts accounts, Audit audit, RandomSource random,
			Clock clock) {
		this.rows = rows;
		this.accountRows = accountRows;
		this.accounts = accounts;
		this.audit = audit;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * The account of an identity; a new guardian's when nobody here has its login.
	 * Refused when the provider has proved no login, or its account is not proven here.
	 */
	public Mono<Outcome<UUID>> account(ProvenIdentity identity) {
		return this.rows.account(identity).map(Outcome::done).switchIfEmpty(Mono.defer(() -> first(identity)));
	}

	/**
	 * The providers by whose way the account can be entered, the oldest first.
	 */
	Flux<ProviderLink> of(UUID account) {
		return this.rows.of(account);
	}

	private Mono<Outcome<UUID>> first(ProvenIdentity identity) {
		Login login = login(identity.login());
		if (login == null) {
			return Mono.just(Outcome.refused(AccountRefusal.NO_PROVEN_LOGIN));
		}
		return this.accountRows.byLogin(login)
			.flatMap(found -> this.accountRows.isVerified(found.account().id())
				.flatMap(verified -> verified ? link(identity, found.account())
						: Mono.just(Outcome.<UUID>refused(AccountRefusal.LOGIN_NOT_PROVEN))))
			.switchIfEmpty(Mono.defer(() -> this.accounts.signUp(login, this.random.secret(), name(identity, login))
				.flatMap(outcome -> outcome
					.then(account -> this.accountRows.verify(account.id()).then(link(identity, account))))));
	}

	private Mono<Outcome<UUID>> link(ProvenIdentity identity, Account account) {
		return this.audit.changed(new Audit.Actor(account.alias(), null), AuditAction.PROVIDER_LINKED, null,
				this.rows.add(identity, account.id(), this.clock.instant()).thenReturn(Outcome.done(account.id())));
	}

	private static @Nullable Login login(@Nullable String proven) {
		try {
			return (proven != null) ? Login.of(proven) : null;
		}
		catch (InvalidInput ex) {
			return null;
		}
	}

	private static String name(ProvenIdentity identity, Login login) {
		String name = Objects.requireNonNullElse(identity.name(), "").strip();
		String shown = name.isEmpty() ? login.name() : name;
		return shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
	}

}
