package org.gongyu.venue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A place that offers activities.
 *
 * @param organization the organization whose managers look after it
 * @param parent the venue of which it is a hall or branch, or null
 * @param site the outermost venue: whoever is in one of its halls is at one place
 * @param regionCode the six-digit code of its county or district, where it is known
 * @param region the region in words
 * @param position where it is on the map, where it is known
 * @param zone the zone in which its times are meant
 * @param free whether it says that it is free of charge, where it says so
 * @param capacity how many people it holds at once, where it says so
 */
public record Venue(UUID id, UUID organization, @Nullable UUID parent, UUID site, String name, VenueKind kind,
		@Nullable String regionCode, String region, @Nullable String address, @Nullable Position position,
		@Nullable String openingHours, @Nullable String contact, @Nullable String phone, @Nullable String website,
		@Nullable String summary, Set<AccessibilityFact> accessibility, BookingMode bookingMode, ZoneId zone,
		@Nullable Boolean free, @Nullable Integer capacity, List<Accreditation> accreditations) {

	/**
	 * Whether the law has the venue open to minors free of charge on the day (Law on the
	 * Protection of Minors, art. 44).
	 */
	public boolean freeByLaw(LocalDate day) {
		return this.kind.freeByLaw() || this.accreditations.stream()
			.anyMatch(each -> each.kind() == Accreditation.Kind.PATRIOTIC_EDUCATION
					&& (each.validUntil() == null || !each.validUntil().isBefore(day)));
	}

}
