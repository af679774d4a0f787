package org.gongyu.draw;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The order that a seed gives.
 */
class DrawOrderTests {

	private static final long SEED = Long.getLong("gongyu.seed", 20261123L);

	private final Random random = new Random(SEED);

	private List<String> tickets(int count) {
		return Stream.generate(this::ticket).limit(count).collect(Collectors.toCollection(ArrayList::new));
	}

	private String ticket() {
		byte[] ticket = new byte[16];
		this.random.nextBytes(ticket);
		return HexFormat.of().formatHex(ticket);
	}

	private byte[] seed() {
		return ByteBuffer.allocate(32).putLong(this.random.nextLong()).array();
	}

	@Test
	void theOrderIsOfAllTicketsAndDoesNotDependOnTheirs() {
		List<String> tickets = tickets(50);
		byte[] seed = seed();
		List<String> order = DrawOrder.of(seed, tickets);
		assertThat(order).containsExactlyInAnyOrderElementsOf(tickets);
		Collections.shuffle(tickets, this.random);
		assertThat(DrawOrder.of(seed, tickets)).isEqualTo(order);
	}

	@Test
	void anotherSeedOrAnotherListGivesAnotherOrder() {
		List<String> tickets = tickets(50);
		byte[] seed = seed();
		List<String> order = DrawOrder.of(seed, tickets);
		assertThat(DrawOrder.of(seed(), tickets)).isNotEqualTo(order);
		String gone = tickets.remove(0);
		assertThat(DrawOrder.of(seed, tickets))
			.isNotEqualTo(order.stream().filter(each -> !each.equals(gone)).toList());
	}

	/**
	 * Computed by hand with another program, so that old draws can be replayed for ever.
	 */
	@Test
	void aKnownDrawStaysWhatItWas() {
		List<String> tickets = List.of("0".repeat(32), "1".repeat(32), "f".repeat(32));
		assertThat(HexFormat.of().formatHex(DrawOrder.hash(tickets)))
			.isEqualTo("59c03679daa24039b6fffa97d18af16ad5a9eec8c947b4596e90c2a6d6b538e1");
		assertThat(DrawOrder.of(new byte[32], tickets)).containsExactly("f".repeat(32), "0".repeat(32), "1".repeat(32));
	}

	/**
	 * 2,000 draws of 20 tickets, in the order in which they came. Were it fair, each
	 * would be among the first five 500 times; with 19 degrees of freedom the sum of
	 * squares is above 43.8 once in a thousand times (chi-square).
	 */
	@Test
	void whoComesFirstHasNoAdvantage() {
		int draws = 2000;
		int winners = 5;
		int[] won = new int[20];
		for (int i = 0; i < draws; i++) {
			List<String> arrived = tickets(won.length);
			List<String> first = DrawOrder.of(seed(), arrived).subList(0, winners);
			for (int k = 0; k < won.length; k++) {
				won[k] += first.contains(arrived.get(k)) ? 1 : 0;
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
	 * Who has three tickets is before who has one with the chance 3 / (3 + 1).
	 */
	@Test
	void moreTicketsAreMoreChances() {
		int draws = 4000;
		int first = 0;
		for (int i = 0; i < draws; i++) {
			List<String> tickets = tickets(4);
			String one = tickets.get(0);
			first += DrawOrder.of(seed(), tickets).get(0).equals(one) ? 0 : 1;
		}
		assertThat((double) first / draws).as("seed %d", SEED).isCloseTo(0.75, within(0.025));
	}

}
