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
 * @param age a child's age that the activity is for
 * @param audience slots with seats for this audience
 * @param seats slots with about this many PUBLIC seats left, or nobody has counted yet
 * @param words words in the title, the summary or the venue's name, in Chinese or English
 */
public record SlotQuery(Instant from, @Nullable Instant to, @Nullable String region, @Nullable VenueKind kind,
		@Nullable Category category, @Nullable FamilyCategory family, @Nullable Integer age, @Nullable Pool audience,
		@Nullable Boolean free, @Nullable Boolean accessible, @Nullable Integer seats, @Nullable String words,
		@Nullable Cursor after, int size) {
}
