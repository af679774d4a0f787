package org.gongyu.activity;

/**
 * What an activity counts as toward the plans' duties: seven kinds of practice and four
 * of enrichment.
 */
public enum Category {

	YOUTH_LEAGUE, LABOR, PRACTICE_TEACHING, VOLUNTEERING, LEGAL_EDUCATION, SAFETY_EDUCATION, STUDY_TRIP, SCIENCE,
	HERITAGE, INTERESTS, EXPERIENCE

}
