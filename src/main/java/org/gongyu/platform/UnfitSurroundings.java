package org.gongyu.platform;

/**
 * Thrown at start when something that the hub needs is missing or unfit; its message is
 * one line that says what.
 */
class UnfitSurroundings extends RuntimeException {

	UnfitSurroundings(String message) {
		super(message);
	}

}
