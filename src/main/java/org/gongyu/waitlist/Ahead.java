package org.gongyu.waitlist;

/**
 * How many parties are before one, as a range: what is told is true for longer, and
 * nobody learns from a number that moves by one what another family does.
 *
 * @param from at least so many
 * @param to at most so many
 */
record Ahead(int from, int to) {

	private static final int[] STEPS = { 0, 1, 3, 5, 10, 20, 50, 100, 200, 500, 1000 };

	static Ahead of(int exactly) {
		int from = 0;
		for (int step : STEPS) {
			if (exactly <= step) {
				return new Ahead(from, step);
			}
			from = step + 1;
		}
		return new Ahead(from, Integer.MAX_VALUE);
	}

}
