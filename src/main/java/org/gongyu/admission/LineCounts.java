package org.gongyu.admission;

/**
 * How far a line has come.
 *
 * @param last the number of who joined last
 * @param served whose turn has come: all numbers up to this one
 * @param past whose turn is over: all numbers up to this one
 */
record LineCounts(long last, long served, long past) {

	static final LineCounts NONE = new LineCounts(0, 0, 0);

	/** Numbers only rise, so that what any node has seen is true. */
	LineCounts and(LineCounts other) {
		return new LineCounts(Math.max(this.last, other.last), Math.max(this.served, other.served),
				Math.max(this.past, other.past));
	}

	long waiting() {
		return this.last - this.served;
	}

}
