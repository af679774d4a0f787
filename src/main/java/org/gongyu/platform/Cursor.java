package org.gongyu.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The place in a list after which the next page starts: the last row's time and id. It is
 * opaque to clients.
 */
public record Cursor(Instant at, UUID id) {

	/** Far beyond every row, and well within what the database can compare. */
	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	String encode() {
		String text = this.at.getEpochSecond() + "." + this.at.getNano() + "." + this.id;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Reads a cursor; null stays null.
	 * @throws InvalidInput on the field {@code cursor} when it is none of ours
	 */
	public static @Nullable Cursor decode(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\.", 3);
			Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
			if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
				throw new InvalidInput("cursor", "invalid");
			}
			return new Cursor(at, UUID.fromString(parts[2]));
		}
		catch (RuntimeException ex) {
			throw new InvalidInput("cursor", "invalid");
		}
	}

}
