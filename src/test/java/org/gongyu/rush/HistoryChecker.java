package org.gongyu.rush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.gongyu.rush.History.Kind;
import org.gongyu.rush.History.Op;
import org.gongyu.rush.History.Result;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run and names every promise that was broken: C1 never oversold, C2 nothing
 * lost, C3 exactly once, C4 holds never promise more than there is, C5 a hold confirmed
 * in time is honoured, C8 nothing left over and nobody refused while seats were certainly
 * free. O(n log n).
 */
final class HistoryChecker {

	private static final Set<String> HELD_UP = Set.of("SOLD_OUT", "HOLD_EXPIRED", "SLOT_CLOSED");

	private final List<Op> ops;

	private final History.End end;

	/** Whether Redis was lost or a node died: then holds may be lost, bookings never. */
	private final boolean faults;

	private final List<String> broken = new ArrayList<>();

	HistoryChecker(History history, History.End end, boolean faults) {
		this.ops = history.ops();
		this.end = end;
		this.faults = faults;
	}

	List<String> check() {
		neverOversold();
		nothingLost();
		exactlyOnce();
		if (!this.faults) {
			holdsFit();
			holdsAreHonoured();
			nobodyRefusedInVain();
		}
		nothingLeftOver();
		return this.broken;
	}

	/** C1: replayed by version, every prefix lies between 0 and the capacity. */
	private void neverOversold() {
		Map<Long, String> writers = new HashMap<>();
		for (History.Entry entry : this.end.entries()) {
			same("C1 version " + entry.version(), writers.putIfAbsent(entry.version(), entry.transaction()),
					entry.transaction());
		}
		Map<Long, Integer> changes = new TreeMap<>();
		this.end.entries().forEach(entry -> changes.merge(entry.version(), entry.seats(), Integer::sum));
		int sum = 0;
		for (Map.Entry<Long, Integer> change : changes.entrySet()) {
			sum += change.getValue();
			if (sum < 0 || sum > this.end.capacity()) {
				this.broken.add("C1 at version " + change.getKey() + " " + sum + " seats are booked");
			}
		}
		if (sum != this.end.booked()) {
			this.broken.add("C1 the changes add up to " + sum + ", the ledger counts " + this.end.booked());
		}
	}

	/** C2: every confirmed booking stands, unless somebody may have cancelled it. */
	private void nothingLost() {
		Set<String> cancelled = new HashSet<>();
		of(Kind.CANCEL).stream().filter(op -> op.result() != Result.REFUSED).forEach(op -> cancelled.add(op.subject()));
		for (Op op : of(Kind.CONFIRM)) {
			String booking = op.id();
			if (op.result() == Result.OK && booking != null && !cancelled.contains(booking)
					&& !"CONFIRMED".equals(this.end.stateOfBooking().get(booking))) {
				this.broken
					.add("C2 booking " + booking + " was confirmed and is " + this.end.stateOfBooking().get(booking));
			}
		}
	}

	/** C3: one booking a hold, one hold a key; every booking was asked for. */
	private void exactlyOnce() {
		Map<String, String> holds = new HashMap<>();
		for (Op op : of(Kind.HOLD)) {
			if (op.id() != null && !this.faults) {
				same("C3 key " + op.subject(), holds.putIfAbsent(op.subject(), op.id()), op.id());
			}
		}
		Map<String, String> bookings = new HashMap<>();
		int asked = 0;
		Set<Integer> askers = new HashSet<>();
		for (Op op : of(Kind.CONFIRM)) {
			if (op.id() != null) {
				same("C3 hold " + op.subject(), bookings.putIfAbsent(op.subject(), op.id()), op.id());
			}
			if (op.result() != Result.REFUSED) {
				askers.add(op.party());
			}
		}
		asked = askers.size();
		if (new HashSet<>(this.end.holdOfBooking().values()).size() != this.end.holdOfBooking().size()) {
			this.broken.add("C3 two bookings of one hold");
		}
		if (this.end.holdOfBooking().size() > Math.max(asked, bookings.size())) {
			this.broken
				.add("C3 " + this.end.holdOfBooking().size() + " bookings, but only " + asked + " parties confirmed");
		}
	}

	/** C4: while it certainly was held, a hold's seat is nobody else's. */
	private void holdsFit() {
		Map<String, Long> confirmed = new HashMap<>();
		of(Kind.CONFIRM).stream()
			.filter(op -> op.id() != null)
			.forEach(op -> confirmed.merge(op.subject(), op.invoked(), Math::min));
		List<long[]> edges = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (Op op : of(Kind.HOLD)) {
			String hold = op.id();
			if (hold != null && confirmed.containsKey(hold) && seen.add(hold)) {
				edges.add(new long[] { op.returned(), 1 });
			}
		}
		for (Op op : of(Kind.CANCEL)) {
			if (op.result() != Result.REFUSED) {
				edges.add(new long[] { op.invoked(), -1 });
			}
		}
		edges.sort(Comparator.<long[]>comparingLong(edge -> edge[0]).thenComparingLong(edge -> edge[1]));
		long certain = 0;
		for (long[] edge : edges) {
			certain += edge[1];
			if (certain > this.end.capacity()) {
				this.broken.add("C4 " + certain + " seats were certainly held or booked at once");
				return;
			}
		}
	}

	/** C5: confirmed before its deadline, a hold is never refused. */
	private void holdsAreHonoured() {
		Map<String, Long> deadlines = new HashMap<>();
		of(Kind.HOLD).stream().filter(op -> op.id() != null).forEach(op -> deadlines.put(op.id(), op.deadline()));
		for (Op op : of(Kind.CONFIRM)) {
			Long deadline = deadlines.get(op.subject());
			if (op.result() == Result.REFUSED && HELD_UP.contains(String.valueOf(op.code())) && deadline != null
					&& op.invoked() / 1_000_000 < deadline - 1_000) {
				this.broken.add("C5 a hold was confirmed in time and refused: " + op.code());
			}
		}
	}

	/**
	 * C8: sold out means that every seat may have been taken when the answer was given.
	 */
	private void nobodyRefusedInVain() {
		long[] asked = of(Kind.HOLD).stream()
			.filter(op -> op.result() != Result.REFUSED)
			.mapToLong(Op::invoked)
			.sorted()
			.toArray();
		for (Op op : of(Kind.HOLD)) {
			if ("SOLD_OUT".equals(op.code())) {
				int at = Arrays.binarySearch(asked, op.returned());
				int possibly = (at < 0) ? -at - 1 : at;
				if (possibly < this.end.capacity()) {
					this.broken.add("C8 sold out was said while at most " + possibly + " seats could be taken");
					return;
				}
			}
		}
	}

	/**
	 * C8: at rest the image has exactly what the ledger leaves, and counts no hold that
	 * is finished.
	 */
	private void nothingLeftOver() {
		if (this.end.imageBooked() != this.end.booked()) {
			this.broken
				.add("C8 the image counts " + this.end.imageBooked() + " booked, the ledger " + this.end.booked());
		}
		if (this.end.live() != this.end.holders().size()) {
			this.broken
				.add("C8 the image counts " + this.end.live() + " seats held, and has " + this.end.holders().size());
		}
		Set<Integer> mayHold = mayHold();
		this.end.holders()
			.stream()
			.filter(party -> !mayHold.contains(party))
			.forEach(party -> this.broken.add("C8 a hold is left over of party " + party));
		int expected = Math.max(0, this.end.capacity() - this.end.booked() - this.end.live());
		if (this.end.available() != expected) {
			this.broken.add("C8 the image has " + this.end.available() + " seats left, the ledger " + expected);
		}
	}

	/**
	 * Who may have a live hold: whoever was given one and not told that it is booked, or
	 * asked, had no answer, and was refused when it asked again: its first request may
	 * have been overtaken by the second, and found a seat that was given back meanwhile.
	 */
	private Set<Integer> mayHold() {
		Set<String> booked = new HashSet<>();
		of(Kind.CONFIRM).stream().filter(op -> op.result() == Result.OK).forEach(op -> booked.add(op.subject()));
		Set<String> granted = new HashSet<>();
		of(Kind.HOLD).stream().filter(op -> op.id() != null).forEach(op -> granted.add(op.subject()));
		Set<Integer> parties = new HashSet<>();
		for (Op op : of(Kind.HOLD)) {
			boolean open = op.id() != null && !booked.contains(op.id());
			if (open || op.result() == Result.UNKNOWN && !granted.contains(op.subject())) {
				parties.add(op.party());
			}
		}
		return parties;
	}

	private List<Op> of(Kind kind) {
		return this.ops.stream().filter(op -> op.kind() == kind).toList();
	}

	private void same(String what, @Nullable String first, String second) {
		if (first != null && !first.equals(second)) {
			this.broken.add(what + " was answered differently");
		}
	}

}
