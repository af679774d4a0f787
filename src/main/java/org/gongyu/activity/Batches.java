package org.gongyu.activity;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The batches in which a pool's seats are released, the first one at the pool's release
 * (分批放票): who could not be there at one time has the next.
 *
 * @param count how many batches
 * @param minutes how many minutes lie between them
 */
public record Batches(int count, int minutes) {

	/**
	 * A batch.
	 */
	public record Batch(Instant opensAt, int seats) {
	}

	/**
	 * The batches of so many seats, as equal as they can be; together they are all seats.
	 * @param first when the first one opens
	 */
	public List<Batch> of(int seats, Instant first) {
		return IntStream.range(0, this.count)
			.mapToObj(i -> new Batch(first.plusSeconds(60L * i * this.minutes), share(seats, i + 1) - share(seats, i)))
			.toList();
	}

	private int share(int seats, int batches) {
		return (int) ((long) seats * batches / this.count);
	}

}
