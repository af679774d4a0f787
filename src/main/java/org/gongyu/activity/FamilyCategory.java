package org.gongyu.activity;

/**
 * What an activity is to a family. Each maps to the {@link Category} that it counts as
 * when its venue names none.
 */
public enum FamilyCategory {

	OUTDOOR(Category.EXPERIENCE), VISIT(Category.PRACTICE_TEACHING), CIVIC_PRACTICE(Category.YOUTH_LEAGUE),
	SOCIAL_LABOR(Category.LABOR), VOLUNTEERING(Category.VOLUNTEERING), CAREER(Category.EXPERIENCE),
	ARTS(Category.HERITAGE), SCIENCE_SPORTS(Category.SCIENCE), CRAFTS(Category.INTERESTS);

	private final Category category;

	FamilyCategory(Category category) {
		this.category = category;
	}

	public Category category() {
		return this.category;
	}

}
