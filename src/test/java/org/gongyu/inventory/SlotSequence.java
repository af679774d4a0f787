package org.gongyu.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.activity.Pool;

/**
 * One random life of a slot: clients act, messages are on their way, and some never
 * arrive.
 */
final class SlotSequence {

	/** A message or step that a node has still to do. */
	private interface Task {

		void run();

	}

	private static final int[] JUMPS = { 1, 1, 1, 2, 3, 20, 40, 41, 80 };

	private final SlotWorld world;

	private final Choices choices;

	private final List<SeatHold> holds = new ArrayList<>();

	private final List<Task> tasks = new ArrayList<>();

	SlotSequence(SlotWorld world, Choices choices) {
		this.world = world;
		this.choices = choices;
		boolean school = world.ledger.pools.containsKey("SCHOOL");
		List<UUID> parties = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
		for (int i = 0; i < 7; i++) {
			this.holds.add(new SeatHold(UUID.randomUUID(), world.real.id,
					(school && choices.next(3) == 0) ? Pool.SCHOOL : Pool.PUBLIC,
					Objects.requireNonNull(parties.get(choices.next(3))), 1 + choices.next(2)));
		}
	}

	void run() {
		if (this.choices.next(2) == 0) {
			begin();
		}
		while (this.choices.left()) {
			step();
			this.world.compare();
		}
		rest();
	}

	/** Half of the lives begin with bookings, which chance alone makes rarely. */
	private void begin() {
		touch();
		drain();
		for (SeatHold hold : this.holds.subList(0, 2)) {
			hold(hold);
			claim(hold);
			drain();
		}
	}

	private void step() {
		int kind = this.choices.next(20);
		SeatHold hold = Objects.requireNonNull(this.holds.get(this.choices.next(this.holds.size())));
		switch (kind) {
			case 0, 1, 2 -> hold(hold);
			case 3, 4 -> claim(hold);
			case 5 -> this.tasks.add(() -> this.world.release(hold));
			case 6 -> this.tasks.add(() -> cancel(hold));
			case 7 -> touch();
			case 8 -> this.world.move(JUMPS[this.choices.next(JUMPS.length)]);
			case 9 -> rare(hold);
			case 10, 11 -> resize();
			default -> deliver();
		}
	}

	private void rare(SeatHold hold) {
		switch (this.choices.next(8)) {
			case 0 -> this.world.flush();
			case 1 -> settleLater(this.world.waiting(this.choices.next(2) == 0));
			case 2, 3 -> offer(hold);
			case 4 -> dropTask();
			case 5 -> crash();
			default -> down(hold);
		}
	}

	/** A message is done, whichever. */
	private void deliver() {
		if (!this.tasks.isEmpty()) {
			Objects.requireNonNull(this.tasks.remove(this.choices.next(this.tasks.size()))).run();
		}
	}

	private void dropTask() {
		if (!this.tasks.isEmpty()) {
			this.world.fault();
			this.tasks.remove(this.choices.next(this.tasks.size()));
			this.world.trace.add("a message is lost");
		}
	}

	private void crash() {
		this.world.fault();
		this.tasks.clear();
		this.world.trace.add("CRASH");
	}

	private void hold(SeatHold hold) {
		retry(this.world.hold(hold, false), () -> hold(hold));
	}

	private void claim(SeatHold hold) {
		Long original = this.world.deadlines.get(hold.id());
		if (original == null) {
			return;
		}
		String code = this.world.claim(hold, original);
		if (code.equals("CLAIMED")) {
			boolean live = this.world.now < this.world.image.holds.get(hold.id()).deadline();
			this.tasks.add(() -> confirm(hold, live, true));
		}
		else {
			retry(code, () -> claim(hold));
		}
	}

	/**
	 * Redis cannot be reached, but the capsule is valid: on to the ledger without a
	 * claim.
	 */
	private void down(SeatHold hold) {
		Long original = this.world.deadlines.get(hold.id());
		if (original != null && original > this.world.now) {
			this.world.fault();
			this.tasks.add(() -> confirm(hold, false, false));
		}
	}

	private void confirm(SeatHold hold, boolean claimedLive, boolean marked) {
		boolean live = claimedLive && this.world.now < deadline(hold);
		List<Letter> out = new ArrayList<>();
		List<String> verdicts = this.world.confirm(List.of(hold), live, out);
		Letter letter = Objects.requireNonNull(out.get(0));
		String verdict = Objects.requireNonNull(verdicts.get(0));
		if (marked && (verdict.equals("FULL") || verdict.equals("LIMIT"))) {
			this.tasks.add(() -> this.world.unclaim(hold));
		}
		settleLater(letter);
	}

	private long deadline(SeatHold hold) {
		ImageModel.Held held = this.world.image.holds.get(hold.id());
		return (held != null && held.live()) ? held.deadline() : 0;
	}

	/**
	 * Seats for somebody who waits: taken in the image first, then kept in the ledger.
	 */
	private void offer(SeatHold hold) {
		String code = this.world.hold(hold, true);
		if (!code.equals("GRANTED")) {
			retry(code, () -> offer(hold));
			return;
		}
		if (this.world.image.holds.get(hold.id()).state() == 'C') {
			long until = this.world.now + 6 * SlotWorld.TICK + SlotWorld.TICK / 2;
			this.tasks.add(() -> keep(hold, until));
		}
	}

	private void keep(SeatHold hold, long until) {
		List<Letter> out = new ArrayList<>();
		String verdict = this.world.keep(hold, until, out);
		if (verdict.equals("FULL") || verdict.equals("LIMIT")) {
			this.tasks.add(() -> this.world.unclaim(hold));
		}
		settleLater(Objects.requireNonNull(out.get(0)));
	}

	/**
	 * More seats are taken in the image first, under a hold of their own; fewer are given
	 * back by the ledger.
	 */
	private void resize() {
		List<SeatHold> booked = this.holds.stream().filter(this.world::isBooked).toList();
		int seats = 1 + this.choices.next(3);
		if (booked.isEmpty()) {
			return;
		}
		SeatHold hold = Objects.requireNonNull(booked.get(this.choices.next(booked.size())));
		var entry = Objects.requireNonNull(this.world.ledger.claims.get(hold.id()));
		int more = seats - entry.seats();
		SeatHold extra = new SeatHold(UUID.randomUUID(), this.world.real.id, Pool.valueOf(entry.pool()), hold.party(),
				Math.max(1, more));
		if (more < 0) {
			resize(hold, seats, extra);
		}
		else if (more > 0 && this.world.hold(extra, false).equals("GRANTED")
				&& this.world.claim(extra, this.world.image.holds.get(extra.id()).original()).equals("CLAIMED")) {
			this.tasks.add(() -> resize(hold, seats, extra));
		}
	}

	private void resize(SeatHold hold, int seats, SeatHold extra) {
		List<Letter> out = new ArrayList<>();
		String verdict = this.world.resize(hold, seats, extra.id(), out);
		out.forEach(this::settleLater);
		if (!verdict.equals("OK") && this.world.deadlines.containsKey(extra.id())) {
			this.tasks.add(() -> this.world.unclaim(extra));
			this.tasks.add(() -> this.world.release(extra));
		}
	}

	private void touch() {
		this.world.touch()
			.ifPresentOrElse(doubts -> this.tasks.add(() -> settleLater(this.world.ask(doubts))),
					() -> load(0, List.of()));
	}

	private void retry(String code, Task again) {
		if (code.equals("MISSING")) {
			load(0, List.of());
		}
		else if (code.equals("CHECK")) {
			touch();
		}
		else {
			return;
		}
		if (this.choices.next(2) == 0) {
			this.tasks.add(again);
		}
	}

	/** The settle may come late, and it may come twice. */
	private void settleLater(Letter letter) {
		this.tasks.add(() -> settle(letter));
		if (this.choices.next(12) == 0) {
			this.tasks.add(() -> settle(letter));
		}
	}

	private void settle(Letter letter) {
		String code = this.world.settle(letter);
		if (code.startsWith("RELOAD")) {
			load(Long.parseLong(code.substring(7)), letter.model().finished());
		}
	}

	private void load(long since, List<UUID> finished) {
		this.tasks.add(() -> {
			Letter letter = this.world.load(since);
			this.tasks.add(() -> write(letter, since, finished));
		});
	}

	private void write(Letter letter, long since, List<UUID> finished) {
		String code = this.world.write(letter, since, finished);
		if (code.startsWith("RELOAD")) {
			load(Long.parseLong(code.substring(7)), finished);
		}
	}

	private void cancel(SeatHold hold) {
		List<Letter> out = new ArrayList<>();
		this.world.cancel(hold, out);
		out.forEach(this::settleLater);
	}

	/**
	 * Everything under way arrives, all deadlines pass, somebody looks: now image and
	 * ledger must agree.
	 */
	private void rest() {
		drain();
		this.world.move(400);
		this.world.compare();
		touch();
		drain();
		touch();
		drain();
		this.world.compare();
		this.world.atRest();
	}

	private void drain() {
		for (int i = 0; i < 500 && !this.tasks.isEmpty(); i++) {
			Objects.requireNonNull(this.tasks.remove(0)).run();
			this.world.compare();
		}
	}

}
