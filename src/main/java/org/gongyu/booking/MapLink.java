package org.gongyu.booking;

import java.util.Map;

import org.gongyu.venue.Position;
import org.gongyu.venue.Venue;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The way to a venue, on a map of another site. The address is a setting: what opens the
 * map that people have differs from place to place.
 */
@Component
class MapLink {

	private final BookingProperties properties;

	MapLink(BookingProperties properties) {
		this.properties = properties;
	}

	/**
	 * Where the venue is marked or, if nobody knows exactly, searched for; null when
	 * there is nothing to search for.
	 */
	@Nullable String to(Venue venue) {
		Position at = venue.position();
		if (at != null) {
			return filled(this.properties.mapMarker(),
					Map.of("latitude", at.latitude(), "longitude", at.longitude(), "name", venue.name()));
		}
		return (venue.address() == null) ? null : filled(this.properties.mapSearch(),
				Map.of("place", venue.region() + venue.address() + " " + venue.name()));
	}

	private static String filled(String template, Map<String, ?> values) {
		return UriComponentsBuilder.fromUriString(template).encode().buildAndExpand(values).toUriString();
	}

}
