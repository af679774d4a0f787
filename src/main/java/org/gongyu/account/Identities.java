package org.gongyu.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Puts together who somebody is at present: the person, its household, and the one
 * organization for which it acts.
 */
@Component
class Identities {

	private final Affiliations affiliations;

	Identities(Affiliations affiliations) {
		this.affiliations = affiliations;
	}

	/**
	 * The person as a member of an organization, or of its first one when it is not (or
	 * no longer) a member of that.
	 */
	Mono<SignedIn> of(Account account, @Nullable UUID organization) {
		return this.affiliations.of(account.id())
			.collectList()
			.map(all -> signedIn(account, chosen(all, organization)));
	}

	/**
	 * All organizations of the account.
	 */
	Mono<List<Affiliation>> all(UUID account) {
		return this.affiliations.of(account).collectList();
	}

	private static @Nullable Affiliation chosen(List<Affiliation> all, @Nullable UUID organization) {
		return all.stream()
			.filter(each -> each.organization().equals(organization))
			.findFirst()
			.orElse(all.isEmpty() ? null : all.get(0));
	}

	private static SignedIn signedIn(Account account, @Nullable Affiliation acting) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		if (account.household() != null) {
			roles.add(Role.GUARDIAN);
		}
		if (acting != null && acting.verified()) {
			roles.addAll(acting.roles());
		}
		return new SignedIn(account.id(), account.name(), account.alias(), account.household(),
				(acting != null) ? acting.organization() : null, (acting != null) ? acting.name() : null,
				Set.copyOf(roles));
	}

}
