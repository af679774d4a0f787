package org.gongyu.draw;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The order that a seed gives.
 */
class LotsTests {

	private static final long SEED = Long.getLong("gongyu.seed", 20261123L);

	private final Random random = new Random(SEED);

	private List<Entry> entries(int count, int weight) {
		List<Entry> entries = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			byte[] ticket = new byte[16];
			this.random.nextBytes(ticket);
			entries.add(new Entry(HexFormat.of().formatHex(ticket), 1 + i % 3, weight));
		}
		return entries;
	}

	private byte[] seed() {
		return ByteBuffer.allocate(32).putLong(this.random.nextLong()).array();
	}

	@Test
	void theOrderIsOfAllEntriesAndDoesNotDependOnTheirs() {
		List<Entry> entries = entries(50, 1);
		byte[] seed = seed();
		List<String> order = Lots.order(seed, entries);
		assertThat(order).containsExactlyInAnyOrderElementsOf(entries.stream().map(Entry::ticket).toList());
		Collections.shuffle(entries, this.random);
		assertThat(Lots.order(seed, entries)).isEqualTo(order);
	}

	@Test
	void anotherSeedOrAnotherListGivesAnotherOrder() {
		List<Entry> entries = entries(50, 1);
		byte[] seed = seed();
		List<String> order = Lots.order(seed, entries);
		assertThat(Lots.order(seed(), entries)).isNotEqualTo(order);
		Entry first = entries.get(0);
		entries.set(0, new Entry(first.ticket(), first.seats() + 1, first.weight()));
		assertThat(Lots.order(seed, entries)).isNotEqualTo(order);
	}

	@Test
	void aKnownDrawStaysWhatItWas() {
		List<Entry> entries = List.of(new Entry("0".repeat(32), 2, 1), new Entry("1".repeat(32), 1, 2),
				new Entry("f".repeat(32), 3, 1));
		assertThat(HexFormat.of().formatHex(Lots.hash(entries)))
			.isEqualTo("2a5d73a2f657a2b00665689ad2167803d1fd8868d7956fb935bebc3a3ec9594b");
		assertThat(Lots.order(new byte[32], entries)).containsExactly("f".repeat(32), "0".repeat(32), "1".repeat(32));
	}

	/**
	 * 2,000 draws of 20 entries, in the order in which they came. Were it fair, each
	 * would be among the first five 500 times; with 19 degrees of freedom the sum of
	 * squares is above 43.8 once in a thousand times (chi-square).
	 */
	@Test
	void whoComesFirstHasNoAdvantage() {
		int draws = 2000;
		int winners = 5;
		int[] won = new int[20];
		for (int i = 0; i < draws; i++) {
			List<Entry> arrived = entries(won.length, 1);
			List<String> first = Lots.order(seed(), arrived).subList(0, winners);
			for (int k = 0; k < won.length; k++) {
				won[k] += first.contains(arrived.get(k).ticket()) ? 1 : 0;
			}
		}
		double expected = (double) draws * winners / won.length;
		double chiSquare = 0;
		for (int each : won) {
			chiSquare += (each - expected) * (each - expected) / expected;
		}
		assertThat(chiSquare).as("seed %d", SEED).isLessThan(43.8);
	}

	/**
	 * Of two entries the one of weight w is first with the chance w / (w + v).
	 */
	@Test
	void weightIsChance() {
		int draws = 4000;
		int heavy = 0;
		for (int i = 0; i < draws; i++) {
			Entry light = entries(1, 1).get(0);
			Entry other = entries(1, 3).get(0);
			heavy += Lots.order(seed(), List.of(light, other)).get(0).equals(other.ticket()) ? 1 : 0;
		}
		assertThat((double) heavy / draws).as("seed %d", SEED).isCloseTo(0.75, within(0.025));
	}

}
