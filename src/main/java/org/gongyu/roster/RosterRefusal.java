package org.gongyu.roster;

import org.gongyu.platform.Refusal;

/**
 * Why a roster is not shown.
 */
enum RosterRefusal implements Refusal {

	/** No such slot, or another venue's. */
	NO_SUCH_ROSTER(404),
	/** The activity asks for no names, so nobody sees any. */
	ROSTER_NOT_NEEDED(404),
	/** It is too early, or too late. */
	ROSTER_CLOSED(409),
	/** No such export, or another venue's. */
	NO_SUCH_EXPORT(404),
	/** Whoever asked for an export cannot agree to it as well. */
	SECOND_PERSON(409),
	/** Nobody has agreed yet, its time is over, or it was fetched. */
	EXPORT_NOT_READY(409);

	private final int status;

	RosterRefusal(int status) {
		this.status = status;
	}

	@Override
	public String code() {
		return name();
	}

	@Override
	public int status() {
		return this.status;
	}

}
