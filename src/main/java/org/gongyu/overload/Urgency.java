package org.gongyu.overload;

/**
 * What a request is for, the last to be turned away first.
 */
enum Urgency {

	ALWAYS, CONFIRM, HOLD, BROWSE

}
