package org.gongyu.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A replayable sequence of choices. A failing one is shrunk: runs of choices are left out
 * as long as the failure stays.
 */
final class Choices {

	private final List<Integer> values;

	private int at;

	private Choices(List<Integer> values) {
		this.values = values;
	}

	static Choices of(long seed, int length) {
		Random random = new Random(seed);
		List<Integer> values = new ArrayList<>();
		for (int i = 0; i < length; i++) {
			values.add(random.nextInt(1 << 16));
		}
		return new Choices(values);
	}

	boolean left() {
		return this.at < this.values.size();
	}

	/**
	 * A number from 0 up to, not including, the bound.
	 */
	int next(int bound) {
		return left() ? this.values.get(this.at++) % bound : 0;
	}

	/**
	 * The shortest sequence found that still fails, with its failure.
	 */
	static String shrink(long seed, int length, Function<Choices, @Nullable String> run) {
		List<Integer> failing = of(seed, length).values;
		String failure = run.apply(new Choices(failing));
		for (int chunk = failing.size() / 2; chunk > 0; chunk /= 2) {
			for (int from = 0; from + chunk <= failing.size();) {
				List<Integer> shorter = new ArrayList<>(failing);
				shorter.subList(from, from + chunk).clear();
				String shorterFailure = run.apply(new Choices(shorter));
				if (shorterFailure != null) {
					failing = shorter;
					failure = shorterFailure;
				}
				else {
					from += chunk;
				}
			}
		}
		return "seed " + seed + ", shrunk to " + failing.size() + " choices " + failing + "\n" + failure;
	}

}
