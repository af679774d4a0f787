package org.gongyu.venue;

import java.util.UUID;

import org.gongyu.platform.Fact;

/**
 * A venue is described anew.
 */
public record VenueChanged(UUID venue) implements Fact {

	@Override
	public String key() {
		return this.venue.toString();
	}

}
