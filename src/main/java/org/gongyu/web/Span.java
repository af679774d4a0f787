package org.gongyu.web;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row, both ends included; in an address {@code 2026-11-28..2026-11-29}, or one
 * day.
 */
record Span(LocalDate first, LocalDate last) {

	private static final String TO = "..";

	private static final int LAST_YEAR = 2200;

	private static final int LONGEST = 62;

	/**
	 * @throws InvalidInput when they are too far away or too many
	 */
	static Span of(LocalDate first, LocalDate last) {
		if (first.isBefore(LocalDate.EPOCH) || last.getYear() > LAST_YEAR) {
			throw new InvalidInput("day", "far");
		}
		if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
			throw new InvalidInput("when", "type");
		}
		return new Span(first, last);
	}

	/**
	 * @throws InvalidInput when the text says no days
	 */
	static @Nullable Span read(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			int to = text.indexOf(TO);
			LocalDate first = LocalDate.parse((to < 0) ? text : text.substring(0, to));
			return of(first, (to < 0) ? first : LocalDate.parse(text.substring(to + TO.length())));
		}
		catch (DateTimeException ex) {
			throw new InvalidInput("when", "type");
		}
	}

	@Override
	public String toString() {
		return this.first.equals(this.last) ? this.first.toString() : this.first + TO + this.last;
	}

}
