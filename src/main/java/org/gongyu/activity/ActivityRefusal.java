package org.gongyu.activity;

import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why an activity or slot was not found, changed or published.
 */
enum ActivityRefusal implements Refusal {

	/** No such activity, or not one of the manager's organization. */
	NO_SUCH_ACTIVITY(404, null),
	/** No such slot, or not one of the manager's organization. */
	NO_SUCH_SLOT(404, null),
	/** Only a draft can be corrected. */
	NOT_A_DRAFT(409, null),
	/** The activity has a slot that begins at this time. */
	SLOT_TWICE(409, "startsAt"),
	/**
	 * The law has the venue open to minors free of charge (Law on the Protection of
	 * Minors, art. 44).
	 */
	FREE_BY_LAW(422, "priceCents"),
	/** There is nothing to publish: the activity has no slot that still lies ahead. */
	NOTHING_TO_PUBLISH(422, "slots"),
	/** A cancelled activity or slot stays cancelled. */
	IS_CANCELLED(409, null);

	private final int status;

	private final @Nullable String field;

	ActivityRefusal(int status, @Nullable String field) {
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
