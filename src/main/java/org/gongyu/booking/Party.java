package org.gongyu.booking;

import java.util.List;
import java.util.UUID;

/**
 * Who comes: adults, and children by name where the guardian named them.
 *
 * @param adults how many adults, the holder included
 * @param children the named children of the household
 * @param unnamed how many of the seats are for companions who are not named
 */
public record Party(int adults, List<UUID> children, int unnamed) {

	/**
	 * How many seats it takes.
	 */
	public int size() {
		return this.adults + this.children.size() + this.unnamed;
	}

}
