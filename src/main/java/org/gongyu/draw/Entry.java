package org.gongyu.draw;

/**
 * An entry as everybody may see it once the list stands.
 *
 * @param ticket 128 random bits in hexadecimal; only the household knows whose it is
 * @param seats how many seats its party needs
 * @param weight its chance, as a multiple of an ordinary one
 */
record Entry(String ticket, int seats, int weight) {

	/**
	 * Its line in the list.
	 */
	String line() {
		return this.ticket + " " + this.seats + " " + this.weight + "\n";
	}

}
