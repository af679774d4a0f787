package org.gongyu.load.limits;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Sends requests when they are due, over whichever connection is free, and notes how long
 * each was on its way since it was due. All of it happens on one event loop.
 */
final class Traffic {

	/**
	 * When requests are due.
	 */
	interface Schedule {

		long NOT_YET = -1;

		long NEVER = -2;

		/**
		 * When the next request was due; a negative number when none is.
		 */
		long due(long now);

	}

	private final Schedule schedule;

	private final Supplier<Step> steps;

	private final Deque<Wire> idle;

	private final Measured measured = new Measured();

	private final CompletableFuture<Measured> end = new CompletableFuture<>();

	private final int broken;

	private int underWay;

	Traffic(Schedule schedule, Supplier<Step> steps, List<Wire> wires) {
		this.schedule = schedule;
		this.steps = steps;
		this.idle = new ArrayDeque<>(wires.stream().filter(Wire::connected).toList());
		this.broken = wires.size() - this.idle.size();
	}

	CompletableFuture<Measured> end() {
		return this.end;
	}

	/**
	 * Sends what is due.
	 */
	void tick() {
		while (!this.idle.isEmpty()) {
			long now = System.nanoTime();
			long due = this.schedule.due(now);
			if (due < 0) {
				finish(due);
				return;
			}
			this.measured.late(now - due);
			this.underWay++;
			this.idle.poll().send(this.steps.get(), due, this);
		}
		if (this.idle.isEmpty() && this.underWay == 0) {
			// nobody is there any more who could answer
			this.end.complete(this.measured.finished(this.broken));
		}
	}

	void answered(Wire wire, long scheduled, int status) {
		this.underWay--;
		this.measured.add(status, System.nanoTime() - scheduled);
		if (wire.connected()) {
			this.idle.push(wire);
		}
		tick();
	}

	private void finish(long due) {
		if (due == Schedule.NEVER && this.underWay == 0) {
			this.end.complete(this.measured.finished(this.broken));
		}
	}

}
