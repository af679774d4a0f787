package org.gongyu.draw;

import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a household does not enter a draw.
 */
enum DrawRefusal implements Refusal {

	/** The slot's seats are not drawn. */
	NO_DRAW(404, null),
	/** Nobody comes. */
	DRAW_CHOOSE_PARTY(422, "adults"),
	/** Entries are not taken yet. */
	DRAW_EARLY(409, null),
	/** Entries are not taken any more. */
	DRAW_LATE(409, null),
	/** The slot was withdrawn. */
	DRAW_CLOSED(410, null),
	/** More seats than the slot has. */
	DRAW_LARGE(422, "seats"),
	/** More seats than one party may have. */
	DRAW_LIMIT(422, "seats"),
	/** The household has not entered. */
	NO_SUCH_ENTRY(404, null);

	private final int status;

	private final @Nullable String field;

	DrawRefusal(int status, @Nullable String field) {
		this.status = status;
		this.field = field;
	}

	static DrawRefusal of(String verdict) {
		return verdict.equals("NO_DRAW") ? NO_DRAW : valueOf("DRAW_" + verdict);
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
