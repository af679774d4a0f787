package org.gongyu.load.signin;

/**
 * What was measured in one phase of a round.
 *
 * @param cpu the CPU time that was used meanwhile
 */
record Phase(SteadyReads.Result reads, SignIns signIns, Cpu cpu) {

	/**
	 * The 99th percentile of the reads' latencies, in milliseconds.
	 */
	double p99() {
		return this.reads.millis(99);
	}

}
