package org.gongyu.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whose turn it is when seats are free. Who has waited longest and fits is next; whoever
 * waits longer and needs more is skipped. Somebody who was skipped often enough is due:
 * for a while nobody behind is served, and seats are saved up, so that small parties do
 * not starve large ones. Seats that fit nobody are for everybody.
 */
sealed interface Turn {

	/**
	 * This party is offered its seats.
	 */
	record Serve(WaitingParty party) implements Turn {
	}

	/**
	 * The free seats stay kept: there are none, or they are saved up.
	 */
	record Keep() implements Turn {
	}

	/**
	 * The free seats fit nobody who waits: everybody may have them.
	 */
	record Open() implements Turn {
	}

	/**
	 * What is to be done now.
	 * @param waiting who waits, the earliest first; not empty
	 * @param free how many seats are free
	 * @param patience for how long seats are saved up for who is due
	 */
	static Turn of(List<WaitingParty> waiting, int free, Instant now, Duration patience) {
		if (free <= 0) {
			return new Keep();
		}
		for (WaitingParty each : waiting) {
			if (each.seats() <= free) {
				return new Serve(each);
			}
			if (each.dueAt() != null && now.isBefore(each.dueAt().plus(patience))) {
				return new Keep();
			}
		}
		return new Open();
	}

}
