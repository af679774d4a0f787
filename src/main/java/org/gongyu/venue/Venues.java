package org.gongyu.venue;

import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.Role;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Page;
import org.gongyu.platform.RandomSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The venues of the hub.
 */
@Component
public class Venues {

	private static final int MOST_OF_ONE_ORGANIZATION = 500;

	private final VenueRows rows;

	private final RandomSource random;

	private final HubProperties hub;

	Venues(VenueRows rows, RandomSource random, HubProperties hub) {
		this.rows = rows;
		this.random = random;
		this.hub = hub;
	}

	/**
	 * The venue; empty when there is none.
	 */
	public Mono<Venue> find(UUID id) {
		return this.rows.find(id);
	}

	/**
	 * The venue if the person manages it, else a refusal that does not tell whether it
	 * exists.
	 */
	public Mono<Outcome<Venue>> managed(SignedIn who, UUID id) {
		return this.rows.find(id)
			.filter(venue -> who.manages(venue.organization()))
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(VenueRefusal.NO_SUCH_VENUE));
	}

	/**
	 * The venues of an organization by name, at most 500.
	 */
	public Flux<Venue> of(UUID organization) {
		return this.rows.of(organization, MOST_OF_ONE_ORGANIZATION);
	}

	Mono<Page<Venue>> list(@Nullable VenueKind kind, @Nullable String region, @Nullable Cursor after, int size) {
		return this.rows.list(kind, region, after, size + 1)
			.collectList()
			.map(found -> Page.cut(found, size, each -> new Cursor(each.addedAt(), each.venue().id()))
				.map(VenueRows.Listed::venue));
	}

	/**
	 * Adds a venue to the manager's organization.
	 */
	@Transactional
	public Mono<Outcome<Venue>> add(SignedIn who, VenueRequest request) {
		if (!who.is(Role.VENUE_MANAGER) || who.organization() == null) {
			return Mono.just(Outcome.refused(VenueRefusal.NOT_A_MANAGER));
		}
		UUID organization = Objects.requireNonNull(who.organization());
		UUID id = this.random.id();
		if (request.parent() == null) {
			return add(request.venue(id, organization, null, id, this.hub.zone()));
		}
		return managed(who, request.parent()).flatMap(outcome -> outcome
			.then(parent -> add(request.venue(id, organization, parent.id(), parent.site(), this.hub.zone()))));
	}

	/**
	 * Describes a venue anew.
	 */
	@Transactional
	public Mono<Outcome<Venue>> change(SignedIn who, UUID id, VenueRequest request) {
		return managed(who, id).flatMap(outcome -> outcome.then(old -> {
			Venue fresh = request.venue(id, old.organization(), old.parent(), old.site(), this.hub.zone());
			return this.rows.change(fresh)
				.map(changed -> changed ? Outcome.done(fresh) : Outcome.refused(VenueRefusal.VENUE_KNOWN));
		}));
	}

	private Mono<Outcome<Venue>> add(Venue venue) {
		return this.rows.add(venue)
			.map(added -> added ? Outcome.done(venue) : Outcome.refused(VenueRefusal.VENUE_KNOWN));
	}

}
