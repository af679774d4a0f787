package org.gongyu.inventory;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What settle and load carry, as the model sees it.
 */
record ModelNumbers(long version, long previous, boolean waiting, long next, Map<String, ModelPool> pools,
		Map<UUID, Integer> parties, List<UUID> finished) {

	/**
	 * A pool's numbers.
	 */
	record ModelPool(int capacity, int booked, int kept, boolean lapsed, long lapsesAt) {

		int free() {
			return this.capacity - this.booked - this.kept;
		}

		ModelPool take(int seats, boolean keep) {
			return new ModelPool(this.capacity, this.booked + (keep ? 0 : seats), this.kept + (keep ? seats : 0),
					this.lapsed, this.lapsesAt);
		}

		ModelPool give(int seats, boolean kept) {
			return take(-seats, kept);
		}

		ModelPool resized(int change, boolean nowLapsed) {
			return new ModelPool(this.capacity + change, this.booked, this.kept, nowLapsed, this.lapsesAt);
		}

	}

}
