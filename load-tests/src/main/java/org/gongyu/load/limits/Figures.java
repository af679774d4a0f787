package org.gongyu.load.limits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured, by name, once a round.
 */
final class Figures {

	/**
	 * The values of all rounds.
	 */
	record Spread(double median, double least, double most) {

		static Spread of(List<Double> values) {
			List<Double> sorted = values.stream().sorted().toList();
			return new Spread(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
		}

	}

	private final Map<String, List<Double>> values = new LinkedHashMap<>();

	void add(String name, double value) {
		this.values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
	}

	/**
	 * The value of the round that is under way.
	 */
	double last(String name) {
		List<Double> rounds = this.values.get(name);
		return rounds.get(rounds.size() - 1);
	}

	/**
	 * One figure by another, round by round: both were measured within the same minutes.
	 */
	Spread ratio(String name, String to) {
		List<Double> quotients = new ArrayList<>();
		for (int i = 0; i < this.values.get(name).size(); i++) {
			quotients.add(this.values.get(name).get(i) / this.values.get(to).get(i));
		}
		return Spread.of(quotients);
	}

	Map<String, Spread> spreads() {
		Map<String, Spread> spreads = new LinkedHashMap<>();
		this.values.forEach((name, rounds) -> spreads.put(name, Spread.of(rounds)));
		return spreads;
	}

}
