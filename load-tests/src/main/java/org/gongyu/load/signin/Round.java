package org.gongyu.load.signin;

/**
 * The reads without sign-ins, and right after that with a queue of them.
 */
record Round(Phase quiet, Phase queued) {

	private static final double LEAST_BOUND = 20;

	/**
	 * What the reads' p99 may be while sign-ins queue, in milliseconds: three times the
	 * quiet one, but no less than what nobody notices.
	 */
	double bound() {
		return Math.max(3 * this.quiet.p99(), LEAST_BOUND);
	}

	/**
	 * The part of the bound that was used; above 1 it was missed.
	 */
	double used() {
		return this.queued.p99() / bound();
	}

	long failedReads() {
		return this.quiet.reads().failed() + this.queued.reads().failed();
	}

	boolean allSignedIn() {
		return this.queued.signIns().answered(200) == SignIns.PEOPLE;
	}

}
