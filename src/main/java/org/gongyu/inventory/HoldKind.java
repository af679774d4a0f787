package org.gongyu.inventory;

/**
 * On whose behalf seats are held.
 */
enum HoldKind {

	/** A party for itself: every rule applies. */
	PARTY,
	/** A party that has stood in the slot's line: the gate does not keep it out. */
	TURN,
	/**
	 * A durable promise that follows at once (an offer, a draw): no release, and waiting
	 * parties do not keep it out.
	 */
	OFFER,
	/**
	 * The venue's desk: like an offer, without a party limit and until the slot's end.
	 */
	DESK

}
