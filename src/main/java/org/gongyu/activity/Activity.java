package org.gongyu.activity;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A described offer, not yet dated.
 *
 * @param organization the organization whose managers look after it
 * @param ageFrom the youngest child it is for, in whole years on the day
 * @param ageTo the oldest
 * @param priceCents what a child pays, in hundredths of a yuan; 0 when it is free
 * @param concession who pays less and what proves it
 * @param hazards what a guardian must know
 * @param adultRequired whether children under 14 come with an adult
 * @param namesRequired whether the venue needs each child named
 * @param indoor whether rain does not matter
 * @param cancelHours until how many hours before the start a party cancels in time
 * @param partyLimit how many seats of one slot a party may have
 * @param returnMinutes within how many minutes seats that are given back come back to
 * everybody, at a random moment; 0 for at once
 * @param stages what is done before, on site and afterwards
 * @param questions what the venue asks of who books
 * @param picture null where none was uploaded
 */
public record Activity(UUID id, UUID venue, UUID organization, String title, @Nullable String titleEn, String summary,
		@Nullable String summaryEn, Category category, @Nullable FamilyCategory familyCategory, int ageFrom, int ageTo,
		Admission admission, int priceCents, @Nullable String concession, @Nullable String hazards,
		boolean adultRequired, boolean namesRequired, boolean indoor, int cancelHours, int partyLimit,
		int returnMinutes, List<CourseStage> stages, List<Question> questions, @Nullable Picture picture,
		PublicationState state) {
}
