package org.gongyu.venue;

/**
 * What makes a venue usable for everybody.
 */
public enum AccessibilityFact {

	STEP_FREE, LIFT, ACCESSIBLE_TOILET, WHEELCHAIR_LOAN, TACTILE_GUIDE, SIGN_LANGUAGE, QUIET_ROOM, NURSING_ROOM

}
