package org.gongyu.activity;

import org.gongyu.platform.FactHandler;
import org.gongyu.venue.VenueChanged;
import org.gongyu.venue.Venues;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A venue that is described anew is found under its new name, region and kind.
 */
@Component
class ListVenueAnew implements FactHandler<VenueChanged> {

	private final Venues venues;

	private final ActivityRows activities;

	private final SearchRows search;

	ListVenueAnew(Venues venues, ActivityRows activities, SearchRows search) {
		this.venues = venues;
		this.activities = activities;
		this.search = search;
	}

	@Override
	public String name() {
		return "activity.list-venue-anew";
	}

	@Override
	public Class<VenueChanged> type() {
		return VenueChanged.class;
	}

	@Override
	public Mono<Void> on(VenueChanged fact) {
		return this.venues.find(fact.venue())
			.flatMapMany(venue -> this.activities.ofVenue(fact.venue())
				.concatMap(activity -> this.search.index(activity, venue)))
			.then();
	}

}
