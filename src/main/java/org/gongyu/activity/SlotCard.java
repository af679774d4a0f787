package org.gongyu.activity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import org.gongyu.venue.Position;
import org.jspecify.annotations.Nullable;

/**
 * A slot as a list shows it.
 *
 * @param releasedAt from when its PUBLIC seats can be held; null when it has none
 * @param seatsLeft about how many PUBLIC seats are left; null until somebody has counted
 * @param position where its venue is, where that is known
 * @param picture the hash of its picture, if it has one
 */
public record SlotCard(UUID slot, UUID activity, String title, @Nullable String titleEn, String venueName,
		String region, Category category, @Nullable FamilyCategory familyCategory, int ageFrom, int ageTo,
		Admission admission, int priceCents, Instant startsAt, Instant endsAt, ZoneId zone,
		@Nullable Instant releasedAt, @Nullable Integer seatsLeft, @Nullable Position position,
		@Nullable String picture) {
}
