package org.gongyu.admission;

import java.time.Duration;
import java.time.Instant;

/**
 * A slot's line as a node saw it last.
 *
 * @param readAt on the clock of {@link System#nanoTime()}
 */
record Line(LineCounts counts, Seats seats, long readAt) {

	/**
	 * Seats that who stands in line could have.
	 *
	 * @param left how many are left
	 * @param kept whether those that are left are kept for who waits for an offer, so
	 * that nobody has a turn now
	 */
	record Seats(int left, boolean kept) {
	}

	private static final Duration SOONEST = Duration.ofMillis(500);

	private static final Duration LATEST = Duration.ofSeconds(30);

	/** So often somebody asks until it is their turn, unless too many would. */
	private static final int QUESTIONS = 3;

	/**
	 * What the ticket is worth now.
	 * @param worked whether the work that it asks for was done
	 */
	Place.State state(Ticket ticket, boolean worked, Instant now, AdmissionProperties properties) {
		if (this.seats.left() < ticket.seats()) {
			return Place.State.TAKEN;
		}
		if (ticket.number() <= this.counts.past()) {
			return Place.State.PASSED;
		}
		boolean ready = worked || unworked(ticket, now, properties).isZero();
		return (ready && ticket.number() <= this.counts.served()) ? Place.State.TURN : Place.State.WAITING;
	}

	/**
	 * How long it still takes who does not do the work.
	 */
	Duration unworked(Ticket ticket, Instant now, AdmissionProperties properties) {
		Duration left = Duration.between(now, ticket.joinedAt().plus(properties.unworked()));
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * How many places are before the ticket's; who has left is among them.
	 */
	long ahead(Ticket ticket) {
		return Math.max(0, ticket.number() - this.counts.served() - 1);
	}

	/**
	 * How long it takes: at the soonest when the line moves on as it does now, at the
	 * latest at half the pace, for it slows down as the seats grow fewer.
	 */
	Place.Wait wait(Ticket ticket, AdmissionProperties properties) {
		long rate = Math.max(1, properties.turns(this.seats.left()));
		long ahead = ahead(ticket);
		return new Place.Wait(ahead / rate, 2 * (ahead + rate) / rate);
	}

	/**
	 * When to ask again: the nearer the turn the sooner, and never so soon that all
	 * together ask more than they may. Not all at the same moment.
	 */
	Duration again(Ticket ticket, AdmissionProperties properties) {
		Duration soonest = Duration.ofSeconds(wait(ticket, properties).from()).dividedBy(QUESTIONS);
		if (soonest.compareTo(SOONEST) < 0) {
			return SOONEST;
		}
		Duration fair = Duration.ofMillis(1000 * this.counts.waiting() / properties.polls());
		Duration asked = (soonest.compareTo(fair) < 0) ? fair : soonest;
		Duration again = (asked.compareTo(LATEST) > 0) ? LATEST : asked;
		return again.plus(again.multipliedBy(ticket.number() % 20).dividedBy(100));
	}

	/**
	 * When to ask again while only time has to pass; soon enough for work that is done
	 * meanwhile.
	 */
	static Duration idle(Duration left) {
		Duration some = Duration.ofSeconds(3);
		return (left.compareTo(some) < 0) ? left.plus(SOONEST) : some;
	}

}
