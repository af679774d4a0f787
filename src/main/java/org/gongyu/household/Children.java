package org.gongyu.household;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
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

	private final RandomSource random;

	private final HouseholdProperties properties;

	private final Clock clock;

	Children(ChildRows rows, RandomSource random, HouseholdProperties properties, Clock clock) {
		this.clock = clock;
		this.rows = rows;
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

	Mono<Outcome<Child>> add(UUID household, ChildRequest request) {
		Child child = request.child(this.random.id(), YearMonth.now(this.clock));
		return this.rows.add(household, child, this.properties.children())
			.map(added -> added ? Outcome.done(child) : Outcome.refused(HouseholdRefusal.TOO_MANY_CHILDREN));
	}

	/**
	 * Forgets a child; one that is not the household's stays. Bookings keep their seats.
	 */
	Mono<Void> remove(UUID household, UUID id) {
		return this.rows.remove(household, id);
	}

	/**
	 * A child of the household.
	 */
	Mono<Child> find(UUID household, UUID id) {
		return this.rows.of(household).filter(child -> child.id().equals(id)).next();
	}

	Mono<Outcome<Child>> change(UUID household, UUID id, ChildRequest request) {
		Child child = request.child(id, YearMonth.now(this.clock));
		return this.rows.change(household, child)
			.map(changed -> changed ? Outcome.done(child) : Outcome.refused(HouseholdRefusal.NO_SUCH_CHILD));
	}

}
