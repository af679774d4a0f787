package org.gongyu.activity;

import java.time.Instant;

import org.gongyu.platform.Cursor;
import org.gongyu.venue.VenueKind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for; null filters nothing.
 *
 * @param from slots that begin at or after this time
 * @param to slots that begin before this time
 * @param region a code's beginning, or a part of the region's name
 * @param youngest the age of the youngest child that comes
 * @param oldest the age of the oldest: the activity is for both
 * @param audience slots with seats for this audience
 * @param indoor slots in which rain does not matter
 * @param near slots of venues that are known to be near
 * @param seats slots with about this many PUBLIC seats left, or nobody has counted yet
 * @param words words in the title, the summary or the venue's name, in Chinese or English
 */
public record SlotQuery(Instant from, @Nullable Instant to, @Nullable String region, @Nullable VenueKind kind,
		@Nullable Category category, @Nullable FamilyCategory family, @Nullable Integer youngest,
		@Nullable Integer oldest, @Nullable Pool audience, @Nullable Boolean free, @Nullable Boolean accessible,
		@Nullable Boolean indoor, @Nullable Near near, @Nullable Integer seats, @Nullable String words,
		@Nullable Cursor after, int size) {

	/**
	 * The same query for fewer slots.
	 */
	SlotQuery only(int most) {
		return new SlotQuery(this.from, this.to, this.region, this.kind, this.category, this.family, this.youngest,
				this.oldest, this.audience, this.free, this.accessible, this.indoor, this.near, this.seats, this.words,
				null, most);
	}

}
