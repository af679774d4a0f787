package org.gongyu.platform;

/**
 * A fact that tests tell.
 *
 * @param number tells apart the facts of a key
 */
record Told(String key, int number) implements Fact {

	@Override
	public String toString() {
		return this.key + this.number;
	}

}
