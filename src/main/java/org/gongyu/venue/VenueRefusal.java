package org.gongyu.venue;

import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a venue was not found or kept.
 */
enum VenueRefusal implements Refusal {

	/** No such venue, or not one of the manager's organization. */
	NO_SUCH_VENUE(404, null),
	/** The region has a venue of this name. */
	VENUE_KNOWN(409, "name"),
	/** Only the managers of an organization keep venues. */
	NOT_A_MANAGER(403, null);

	private final int status;

	private final @Nullable String field;

	VenueRefusal(int status, @Nullable String field) {
		this.status = status;
		this.field = field;
	}

	@Override
	public String code() {
		return name();
	}

	@Override
	public int status() {
		return this.status;
	}

	@Override
	public @Nullable String field() {
		return this.field;
	}

}
