package org.gongyu.activity;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;
import org.gongyu.venue.Venue;
import org.jspecify.annotations.Nullable;

/**
 * An activity as its manager describes it.
 */
record ActivityRequest(@NotNull UUID venueId, @NotBlank @Size(max = 60) String title,
		@Nullable @Size(max = 120) String titleEn, @Nullable @Size(max = 2000) String summary,
		@Nullable @Size(max = 4000) String summaryEn, @Nullable Category category,
		@Nullable FamilyCategory familyCategory, @NotNull @Min(0) @Max(99) Integer ageFrom,
		@NotNull @Min(0) @Max(99) Integer ageTo, @NotNull Admission admission,
		@Nullable @Min(0) @Max(1_000_000) Integer priceCents, @Nullable @Size(max = 500) String concession,
		@Nullable @Size(max = 500) String hazards, @Nullable Boolean adultRequired, @Nullable Boolean namesRequired,
		@Nullable Boolean indoor, @Nullable @Min(0) @Max(720) Integer cancelHours,
		@Nullable @Min(1) @Max(500) Integer partyLimit, @Nullable @Min(0) @Max(720) Integer returnMinutes,
		@Nullable @Size(max = 3) List<@Valid @NotNull CourseStage> stages,
		@Nullable @Size(max = 6) List<@Valid @NotNull Question> questions) {

	private static final int CANCEL_HOURS = 24;

	/**
	 * @throws InvalidInput where fields contradict each other
	 */
	Activity activity(UUID id, Venue venue, int defaultPartyLimit) {
		if (this.ageTo < this.ageFrom) {
			throw new InvalidInput("ageTo", "ages");
		}
		int price = (this.priceCents != null) ? this.priceCents : 0;
		if (this.admission == Admission.FREE && price > 0) {
			throw new InvalidInput("priceCents", "freePrice");
		}
		Category counted = (this.category != null || this.familyCategory == null) ? this.category
				: this.familyCategory.category();
		if (counted == null) {
			throw new InvalidInput("category", "required");
		}
		return new Activity(id, venue.id(), venue.organization(), this.title.strip(), this.titleEn,
				(this.summary != null) ? this.summary : "", this.summaryEn, counted, this.familyCategory, this.ageFrom,
				this.ageTo, this.admission, price, this.concession, this.hazards,
				this.adultRequired == null || this.adultRequired, this.namesRequired != null && this.namesRequired,
				this.indoor == null || this.indoor, (this.cancelHours != null) ? this.cancelHours : CANCEL_HOURS,
				(this.partyLimit != null) ? this.partyLimit : defaultPartyLimit,
				(this.returnMinutes != null) ? this.returnMinutes : 0, stagesOnce(), questionsOnce(), null,
				PublicationState.DRAFT);
	}

	private List<CourseStage> stagesOnce() {
		List<CourseStage> all = (this.stages != null) ? this.stages : List.of();
		if (all.stream().map(CourseStage::phase).distinct().count() < all.size()) {
			throw new InvalidInput("stages", "twice");
		}
		return all.stream().sorted(Comparator.comparing(CourseStage::phase)).toList();
	}

	private List<Question> questionsOnce() {
		List<Question> all = (this.questions != null) ? this.questions : List.of();
		if (all.stream().map(Question::key).distinct().count() < all.size()) {
			throw new InvalidInput("questions", "twice");
		}
		for (Question question : all) {
			boolean worded = question.text() != null && !question.text().isBlank();
			if (!question.kind().worded() && !worded || question.answers().size() < 2) {
				throw new InvalidInput("questions", "question");
			}
		}
		return all;
	}

}
