package org.gongyu.activity;

import org.gongyu.platform.InvalidInput;
import org.gongyu.venue.Position;
import org.jspecify.annotations.Nullable;

/**
 * What is not further away than so many kilometres.
 */
public record Near(Position center, int kilometres) {

	private static final int FARTHEST = 100;

	private static final int DEFAULT = 10;

	/**
	 * Reads {@code latitude,longitude}; null when nothing is given.
	 * @param kilometres null for ten
	 * @throws InvalidInput when it is no place on earth
	 */
	public static @Nullable Near of(@Nullable String position, @Nullable Integer kilometres) {
		if (position == null || position.isBlank()) {
			return null;
		}
		int within = (kilometres != null) ? kilometres : DEFAULT;
		if (within < 1 || within > FARTHEST) {
			throw new InvalidInput("within", "range", 1, FARTHEST);
		}
		return new Near(position(position.strip()), within);
	}

	private static Position position(String text) {
		try {
			int comma = text.indexOf(',');
			Position position = new Position(Double.valueOf(text.substring(0, Math.max(0, comma))),
					Double.valueOf(text.substring(comma + 1)));
			if (Math.abs(position.latitude()) <= 90 && Math.abs(position.longitude()) <= 180) {
				return position;
			}
		}
		catch (NumberFormatException ex) {
			// answered below, as a place that is none
		}
		throw new InvalidInput("near", "position");
	}

}
