package org.gongyu.household;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The children of households. Whoever asks names the household; nobody sees a child of
 * another.
 */
@Component
public class Children {

	private final ChildRows rows;

	private final Consents consents;

	private final Audit audit;

	private final RandomSource random;

	private final HouseholdProperties properties;

	private final Clock clock;

	Children(ChildRows rows, Consents consents, Audit audit, RandomSource random, HouseholdProperties properties,
			Clock clock) {
		this.clock = clock;
		this.rows = rows;
		this.consents = consents;
		this.audit = audit;
		this.random = random;
		this.properties = properties;
	}

	/**
	 * All children of the household, the eldest first.
	 */
	public Flux<Child> of(UUID household) {
		return this.rows.of(household);
	}

	/**
	 * The named children of the household; ids that are not its own are left out.
	 */
	public Mono<List<Child>> of(UUID household, List<UUID> ids) {
		return ids.isEmpty() ? Mono.just(List.of())
				: this.rows.of(household).filter(child -> ids.contains(child.id())).collectList();
	}

	/**
	 * Children of several households by their ids, for staff who may see them; who asks
	 * writes the look down.
	 */
	public Mono<Map<UUID, Child>> named(List<UUID> ids) {
		return this.rows.named(ids).collectMap(Child::id);
	}

	/**
	 * Registers a child. Refused without the guardian's consent to keep it, or when the
	 * household has as many as it may.
	 */
	Mono<Outcome<Child>> add(SignedIn who, ChildRequest request) {
		UUID household = Household.of(who);
		Child child = request.child(this.random.id(), YearMonth.now(this.clock));
		return agreed(who, request.consent()).flatMap(outcome -> outcome.then(agreed -> this.audit.changed(who.actor(),
				AuditAction.CHILD_ADDED, null, this.rows.add(household, child, this.properties.children())
					.map(added -> added ? Outcome.done(child) : Outcome.refused(HouseholdRefusal.TOO_MANY_CHILDREN)))));
	}

	private Mono<Outcome<Boolean>> agreed(SignedIn who, @Nullable Integer version) {
		if (version != null) {
			return this.consents.answer(who, ConsentPurpose.REGISTER_CHILD, version, true);
		}
		return this.consents.stands(Household.of(who), ConsentPurpose.REGISTER_CHILD)
			.map(stands -> stands ? Outcome.done(true) : Outcome.refused(HouseholdRefusal.CONSENT_NEEDED));
	}

	/**
	 * Forgets a child; one that is not the household's stays. Bookings keep their seats.
	 */
	Mono<Void> remove(SignedIn who, UUID id) {
		return this.audit
			.changed(who.actor(), AuditAction.CHILD_REMOVED, null,
					this.rows.remove(Household.of(who), id).thenReturn(Outcome.done(id)))
			.then();
	}

	/**
	 * A child of the household.
	 */
	Mono<Child> find(UUID household, UUID id) {
		return this.rows.of(household).filter(child -> child.id().equals(id)).next();
	}

	Mono<Outcome<Child>> change(SignedIn who, UUID id, ChildRequest request) {
		Child child = request.child(id, YearMonth.now(this.clock));
		return this.audit.changed(who.actor(), AuditAction.CHILD_CHANGED, null,
				this.rows.change(Household.of(who), child)
					.map(changed -> changed ? Outcome.done(child) : Outcome.refused(HouseholdRefusal.NO_SUCH_CHILD)));
	}

}
