package org.gongyu.rush;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/**
 * What clients asked for and were told, with the times between which it must have
 * happened.
 */
final class History {

	enum Kind {

		HOLD, CONFIRM, CANCEL

	}

	enum Result {

		OK, REFUSED, UNKNOWN

	}

	/**
	 * One request.
	 *
	 * @param subject what is asked for: the key of a hold, the hold of a confirm, the
	 * booking of a cancel
	 * @param id what was given: the hold of a hold, the booking of a confirm
	 * @param code why it was refused
	 * @param deadline until when a granted hold lasts, in milliseconds since 1970
	 */
	record Op(int party, Kind kind, String subject, long invoked, long returned, Result result, @Nullable String id,
			@Nullable String code, long deadline) {
	}

	/**
	 * A change that the ledger wrote, in its order.
	 *
	 * @param transaction tells apart the transactions that wrote
	 */
	record Entry(long version, String transaction, int seats) {
	}

	/**
	 * The end of a run.
	 *
	 * @param bookings hold to booking to state, as the ledger has them
	 * @param entries the ledger's changes
	 * @param capacity the seats there were
	 * @param booked what the ledger counts as booked
	 * @param imageBooked what the image counts as booked
	 * @param available what the image says is left
	 * @param live seats that the image counts for holds
	 * @param holders the party of each live hold, of one seat each
	 */
	record End(Map<String, String> holdOfBooking, Map<String, String> stateOfBooking, List<Entry> entries, int capacity,
			int booked, int imageBooked, int available, int live, List<Integer> holders) {
	}

	private final ConcurrentLinkedQueue<Op> ops = new ConcurrentLinkedQueue<>();

	void add(Op op) {
		this.ops.add(op);
	}

	List<Op> ops() {
		return List.copyOf(this.ops);
	}

}
