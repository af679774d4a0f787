package org.gongyu.activity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongyu.activity.CourseStage.Phase;
import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it is typed on a page, prices in yuan.
 */
record ActivityForm(@Nullable UUID venueId, @Nullable String title, @Nullable String titleEn, @Nullable String summary,
		@Nullable String summaryEn, @Nullable Category category, @Nullable FamilyCategory familyCategory,
		@Nullable Integer ageFrom, @Nullable Integer ageTo, @Nullable BigDecimal price, @Nullable String concession,
		@Nullable String hazards, @Nullable Boolean adultRequired, @Nullable Boolean namesRequired,
		@Nullable Boolean indoor, @Nullable Integer cancelHours, @Nullable Integer partyLimit,
		@Nullable Integer returnMinutes, @Nullable String preVisit, @Nullable String preVisitLinks,
		@Nullable String onSite, @Nullable String onSiteLinks, @Nullable String postVisit,
		@Nullable String postVisitLinks, @Nullable Boolean askDiet, @Nullable Boolean askAccess, @Nullable String ask) {

	private static final BigDecimal CENTS = BigDecimal.valueOf(100);

	private static final BigDecimal DEAREST = BigDecimal.valueOf(10_000);

	ActivityForm() {
		this(null, null, null, null, null, null, null, 6, 12, BigDecimal.ZERO, null, null, true, false, true, 24, 5, 0,
				null, null, null, null, null, null, false, false, null);
	}

	static ActivityForm of(Activity activity) {
		return new ActivityForm(activity.venue(), activity.title(), activity.titleEn(), activity.summary(),
				activity.summaryEn(), activity.category(), activity.familyCategory(), activity.ageFrom(),
				activity.ageTo(), BigDecimal.valueOf(activity.priceCents(), 2), activity.concession(),
				activity.hazards(), activity.adultRequired(), activity.namesRequired(), activity.indoor(),
				activity.cancelHours(), activity.partyLimit(), activity.returnMinutes(),
				StageLines.text(activity, Phase.PRE_VISIT), StageLines.links(activity, Phase.PRE_VISIT),
				StageLines.text(activity, Phase.ON_SITE), StageLines.links(activity, Phase.ON_SITE),
				StageLines.text(activity, Phase.POST_VISIT), StageLines.links(activity, Phase.POST_VISIT),
				QuestionLines.asks(activity, Question.Kind.DIET), QuestionLines.asks(activity, Question.Kind.ACCESS),
				QuestionLines.of(activity));
	}

	/**
	 * @throws InvalidInput naming the first field that cannot be taken
	 */
	ActivityRequest request() {
		BigDecimal yuan = (this.price != null) ? this.price : BigDecimal.ZERO;
		if (yuan.signum() < 0 || yuan.compareTo(DEAREST) > 0 || yuan.stripTrailingZeros().scale() > 2) {
			throw new InvalidInput("price", "range", 0, DEAREST);
		}
		int cents = yuan.multiply(CENTS).intValue();
		return new ActivityRequest(required("venueId", this.venueId), text("title", this.title, 60),
				bounded("titleEn", this.titleEn, 120), bounded("summary", this.summary, 2000),
				bounded("summaryEn", this.summaryEn, 4000), this.category, this.familyCategory,
				range("ageFrom", this.ageFrom, 0, 99), range("ageTo", this.ageTo, 0, 99),
				(cents > 0) ? Admission.DISCOUNTED : Admission.FREE, cents, bounded("concession", this.concession, 500),
				bounded("hazards", this.hazards, 500), Boolean.TRUE.equals(this.adultRequired),
				Boolean.TRUE.equals(this.namesRequired), Boolean.TRUE.equals(this.indoor),
				range("cancelHours", this.cancelHours, 0, 720), range("partyLimit", this.partyLimit, 1, 500),
				range("returnMinutes", (this.returnMinutes != null) ? this.returnMinutes : 0, 0, 720), stages(),
				QuestionLines.read(Boolean.TRUE.equals(this.askDiet), Boolean.TRUE.equals(this.askAccess), this.ask));
	}

	private List<CourseStage> stages() {
		return Stream
			.of(StageLines.read(Phase.PRE_VISIT, "preVisit", this.preVisit, this.preVisitLinks),
					StageLines.read(Phase.ON_SITE, "onSite", this.onSite, this.onSiteLinks),
					StageLines.read(Phase.POST_VISIT, "postVisit", this.postVisit, this.postVisitLinks))
			.flatMap(Optional::stream)
			.toList();
	}

	private static <T> T required(String field, @Nullable T value) {
		if (value == null) {
			throw new InvalidInput(field, "required");
		}
		return value;
	}

	private static String text(String field, @Nullable String value, int longest) {
		if (value == null || value.isBlank()) {
			throw new InvalidInput(field, "required");
		}
		if (value.length() > longest) {
			throw new InvalidInput(field, "tooLong", longest);
		}
		return value.strip();
	}

	private static int range(String field, @Nullable Integer value, int least, int most) {
		int number = required(field, value);
		if (number < least || number > most) {
			throw new InvalidInput(field, "range", least, most);
		}
		return number;
	}

	private static @Nullable String bounded(String field, @Nullable String value, int longest) {
		return (value == null || value.isBlank()) ? null : text(field, value, longest);
	}

}
