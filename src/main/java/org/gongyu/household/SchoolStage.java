package org.gongyu.household;

/**
 * Which school a child goes to.
 */
public enum SchoolStage {

	KINDERGARTEN, PRIMARY, JUNIOR, SENIOR

}
