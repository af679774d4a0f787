package org.gongyu.household;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a household stands to a purpose.
 *
 * @param version of the text to which was answered
 * @param given null when nobody has answered
 */
public record Consent(ConsentPurpose purpose, int version, @Nullable Boolean given, @Nullable Instant answeredAt) {

	static Consent unanswered(ConsentPurpose purpose) {
		return new Consent(purpose, purpose.version(), null, null);
	}

	/**
	 * Whether it was given, to the text as it is now.
	 */
	public boolean stands() {
		return Boolean.TRUE.equals(this.given) && this.version == this.purpose.version();
	}

}
