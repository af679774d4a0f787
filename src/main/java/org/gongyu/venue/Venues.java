package org.gongyu.venue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Outbox;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Page;
import org.gongyu.platform.RandomSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * The venues of the hub.
 */
@Component
public class Venues {

	private static final int MOST_OF_ONE_ORGANIZATION = 500;

	private final VenueRows rows;

	private final VenueBatchRows batches;

	private final TransactionalOperator transaction;

	private final Outbox outbox;

	private final RandomSource random;

	private final HubProperties hub;

	Venues(VenueRows rows, VenueBatchRows batches, TransactionalOperator transaction, Outbox outbox,
			RandomSource random, HubProperties hub) {
		this.rows = rows;
		this.batches = batches;
		this.transaction = transaction;
		this.outbox = outbox;
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

	/**
	 * The organization whose venues the person manages, else a refusal.
	 */
	public Outcome<UUID> organizationOf(SignedIn who) {
		UUID organization = who.organization();
		return (who.isManager() && organization != null) ? Outcome.done(organization)
				: Outcome.refused(VenueRefusal.NOT_A_MANAGER);
	}

	/**
	 * What of the requested venues the hub knows by name and region.
	 */
	public Mono<Set<VenueKey>> known(List<VenueRequest> requests) {
		return this.rows.known(requests.stream().map(VenueRequest::key).toList()).collect(Collectors.toSet());
	}

	/**
	 * Those of the parents of the requested venues that belong to the organization.
	 */
	public Flux<Venue> parents(UUID organization, List<VenueRequest> requests) {
		Set<UUID> parents = requests.stream()
			.map(VenueRequest::parent)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return parents.isEmpty() ? Flux.empty() : this.rows.of(organization, parents);
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
		return organizationOf(who).then(organization -> add(who, organization, request));
	}

	/**
	 * Adds all venues to the organization or, when one of them is known, none; false
	 * then. Their parents must belong to the organization.
	 */
	public Mono<Boolean> addAll(UUID organization, List<VenueRequest> requests) {
		return parents(organization, requests).collectMap(Venue::id, Venue::site)
			.publishOn(Schedulers.boundedElastic())
			.map(sites -> requests.stream().map(each -> venue(organization, each, sites)).toList())
			.flatMap(this.batches::add)
			.as(this.transaction::transactional)
			.thenReturn(true)
			.onErrorReturn(DuplicateKeyException.class, false);
	}

	/**
	 * Describes a venue anew.
	 */
	public Mono<Outcome<Venue>> change(SignedIn who, UUID id, VenueRequest request) {
		return managed(who, id).flatMap(outcome -> outcome.then(old -> {
			Venue fresh = request.venue(id, old.organization(), old.parent(), old.site(), this.hub.zone());
			return this.rows.change(fresh)
				.then(this.outbox.append(new VenueChanged(id)))
				.as(this.transaction::transactional)
				.thenReturn(Outcome.done(fresh));
		}))
			.onErrorReturn(DuplicateKeyException.class, Outcome.refused(VenueRefusal.VENUE_KNOWN))
			.doOnNext(outcome -> this.outbox.nudge());
	}

	private Mono<Outcome<Venue>> add(SignedIn who, UUID organization, VenueRequest request) {
		UUID id = this.random.id();
		if (request.parent() == null) {
			return add(request.venue(id, organization, null, id, this.hub.zone()));
		}
		return managed(who, request.parent()).flatMap(outcome -> outcome
			.then(parent -> add(request.venue(id, organization, parent.id(), parent.site(), this.hub.zone()))));
	}

	private Mono<Outcome<Venue>> add(Venue venue) {
		return this.rows.add(venue)
			.map(added -> added ? Outcome.done(venue) : Outcome.refused(VenueRefusal.VENUE_KNOWN));
	}

	private Venue venue(UUID organization, VenueRequest request, Map<UUID, UUID> sites) {
		UUID id = this.random.id();
		UUID parent = request.parent();
		UUID site = (parent != null) ? sites.get(parent) : id;
		if (site == null) {
			throw new IllegalStateException("organization " + organization + " has no venue " + parent);
		}
		return request.venue(id, organization, parent, site, this.hub.zone());
	}

}
