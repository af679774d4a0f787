package org.gongyu.household;

import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;

/**
 * The household for which a guardian acts.
 */
final class Household {

	private Household() {
	}

	static UUID of(SignedIn who) {
		return Objects.requireNonNull(who.household(), "a guardian has a household");
	}

}
