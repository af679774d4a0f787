package org.gongyu.waitlist;

import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a party does not wait, or does not get its seats.
 */
enum WaitlistRefusal implements Refusal {

	/** No slot was chosen, or slots of several activities. */
	CHOOSE_SLOTS(422, "slots"),
	/** Nobody comes. */
	WAITING_CHOOSE_PARTY(422, "adults"),
	/** The venue agrees to each booking, so there is nothing to wait for. */
	NO_WAITLIST(422, "slots"),
	/** The slot's seats are drawn, and what is left of them is not released yet. */
	WAITING_DRAW(409, "slots"),
	/** A slot's seats are not released yet: nobody comes before the release. */
	WAITING_EARLY(409, "slots"),
	/** A slot has seats for the party: nobody goes past who books or stands in line. */
	WAITING_FREE(409, "slots"),
	/** A slot has begun or was withdrawn. */
	WAITING_CLOSED(409, "slots"),
	/** More seats than a slot has. */
	WAITING_LARGE(422, "seats"),
	/** The household would have more seats than one party may. */
	WAITING_LIMIT(409, "slots"),
	/** The household waits for one of the slots already. */
	WAITING_TWICE(409, "slots"),
	/** As many parties wait as the list holds. */
	WAITING_CROWDED(409, "slots"),
	/** No such entry, or another household's. */
	NO_SUCH_WAITING(404, null),
	/** No such offer. */
	NO_SUCH_OFFER(404, null),
	/** The offer's time is over, or it was passed. */
	OFFER_OVER(410, null),
	/** The slot was withdrawn or has begun. */
	OFFER_CLOSED(410, null),
	/** A child of the party is elsewhere at that time. */
	OFFER_CHILD_ELSEWHERE(409, null);

	private final int status;

	private final @Nullable String field;

	WaitlistRefusal(int status, @Nullable String field) {
		this.status = status;
		this.field = field;
	}

	@Override
	public String code() {
		return name();
	}

	@Override
	public int status() {
		return this.status;
	}

	@Override
	public @Nullable String field() {
		return this.field;
	}

}
