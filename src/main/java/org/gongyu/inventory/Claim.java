package org.gongyu.inventory;

import org.gongyu.platform.Refusal;

/**
 * What became of a claim.
 */
public sealed interface Claim {

	/**
	 * Go on to the ledger.
	 *
	 * @param marked whether the image knows of the claim, so that a refusal must take it
	 * back
	 */
	record Granted(boolean marked) implements Claim {
	}

	/**
	 * The hold is finished: the ledger knows how.
	 */
	record Finished() implements Claim {
	}

	/**
	 * The hold is over and its seats are not free again. It may have been booked: look in
	 * the ledger before refusing.
	 */
	record Refused(Refusal refusal) implements Claim {
	}

}
