package org.gongyu.household;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What households agreed to. Saying no is as easy as saying yes, and a no can follow a
 * yes at any time (PIPL §15). Every answer is kept with the version of its text.
 */
@Component
public class Consents {

	private final ConsentRows rows;

	private final ChildRows children;

	private final Audit audit;

	Consents(ConsentRows rows, ChildRows children, Audit audit) {
		this.rows = rows;
		this.children = children;
		this.audit = audit;
	}

	/**
	 * Whether the household agreed to the purpose as its text is now.
	 */
	public Mono<Boolean> stands(UUID household, ConsentPurpose purpose) {
		return this.rows.newest(household).any(each -> each.purpose() == purpose && each.stands());
	}

	/**
	 * Those of the households that agreed to the purpose as its text is now.
	 */
	public Mono<Set<UUID>> agreed(List<UUID> households, ConsentPurpose purpose) {
		return this.rows.agreed(households, purpose).collect(Collectors.toSet());
	}

	/**
	 * How the household stands to every purpose.
	 */
	Mono<List<Consent>> of(UUID household) {
		return this.rows.newest(household)
			.collectMap(Consent::purpose)
			.map(answers -> Arrays.stream(ConsentPurpose.values()).map(each -> current(each, answers)).toList());
	}

	private static Consent current(ConsentPurpose purpose, Map<ConsentPurpose, Consent> answers) {
		Consent answer = answers.get(purpose);
		return (answer != null && answer.version() == purpose.version()) ? answer : Consent.unanswered(purpose);
	}

	/**
	 * Notes an answer. Refused when it was given to a text that is not the present one.
	 * Without consent to keep them, children are forgotten at once.
	 */
	Mono<Outcome<Boolean>> answer(SignedIn who, ConsentPurpose purpose, int version, boolean given) {
		if (version != purpose.version()) {
			return Mono.just(Outcome.refused(HouseholdRefusal.CONSENT_CHANGED));
		}
		UUID household = Household.of(who);
		boolean forget = purpose == ConsentPurpose.REGISTER_CHILD && !given;
		Mono<Void> forgotten = forget ? this.children.removeAll(household) : Mono.empty();
		return this.audit.changed(who.actor(), AuditAction.CONSENT_CHANGED, null,
				this.rows.add(who, household, purpose, given).then(forgotten).thenReturn(Outcome.done(given)));
	}

}
