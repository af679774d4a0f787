package org.gongyu.waitlist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A party that waits for seats of any of some slots.
 *
 * @param place the lower one is served first
 * @param skips how often somebody behind it was served first
 * @param dueAt from when on nobody behind it is served first any more, for a while
 */
record WaitingParty(UUID id, long place, UUID account, UUID household, UUID activity, int seats, int adults,
		List<UUID> children, State state, int skips, @Nullable Instant dueAt, Instant joinedAt) {

	/**
	 * What has become of it. LEFT by itself, LAPSED because it did not answer an offer in
	 * time, OVER because nothing is left to wait for.
	 */
	enum State {

		WAITING, OFFERED, BOOKED, LEFT, LAPSED, OVER

	}

}
