package org.gongyu.household;

/**
 * What a child needs to take part. A closed list: no diagnosis, no free text.
 */
public enum AccessNeed {

	STEP_FREE, HEARING_SUPPORT, VISUAL_SUPPORT, QUIET_SPACE, COMPANION, FOOD_ALLERGY

}
