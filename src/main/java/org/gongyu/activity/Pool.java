package org.gongyu.activity;

/**
 * The audience for which a part of a slot's seats is set aside.
 */
public enum Pool {

	PUBLIC, SCHOOL, CARE, DESK;

	/**
	 * The pool's name in every view, ticket, export and count: whoever has a CARE seat
	 * looks like anybody else.
	 */
	public Pool shownAs() {
		return (this == CARE) ? PUBLIC : this;
	}

}
