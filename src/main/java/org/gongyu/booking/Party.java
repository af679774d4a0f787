package org.gongyu.booking;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who comes: adults, and children by name where the guardian named them.
 *
 * @param adults how many adults, the holder included
 * @param children the named children of the household
 * @param unnamed how many of the seats are for companions who are not named
 */
public record Party(int adults, List<UUID> children, int unnamed) {

	/** A page's form is for families; what is larger comes over the API. */
	private static final int MOST_ON_A_FORM = 20;

	/**
	 * As a form says it: what was left out is nobody.
	 */
	public static Party onForm(@Nullable Integer adults, @Nullable List<UUID> children, @Nullable Integer guests) {
		return new Party(bounded(adults), (children != null) ? children : List.of(), bounded(guests));
	}

	private static int bounded(@Nullable Integer number) {
		return (number == null) ? 0 : Math.max(0, Math.min(number, MOST_ON_A_FORM));
	}

	/**
	 * How many seats it takes.
	 */
	public int size() {
		return this.adults + this.children.size() + this.unnamed;
	}

}
