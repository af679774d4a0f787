package org.gongyu.activity;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Batches of seats.
 */
class BatchesTests {

	private static final Instant FIRST = Instant.parse("2026-05-01T09:00:00Z");

	@ParameterizedTest
	@CsvSource({ "10,3,3,4", "9,3,3,3", "2,2,1,1", "100000,50,2000,2000", "51,50,1,2" })
	void batchesAreAsEqualAsTheyCanBeAndTogetherAllSeats(int seats, int count, int first, int last) {
		var batches = new Batches(count, 10).of(seats, FIRST);
		assertThat(batches).hasSize(count);
		assertThat(batches.stream().mapToInt(Batches.Batch::seats).sum()).isEqualTo(seats);
		assertThat(batches.get(0)).isEqualTo(new Batches.Batch(FIRST, first));
		assertThat(batches.get(count - 1)).isEqualTo(new Batches.Batch(FIRST.plusSeconds(600L * (count - 1)), last));
	}

}
