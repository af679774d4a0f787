package org.gongyu.activity;

import java.util.Arrays;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a venue asks of who books. Every question is closed: an answer is one of the given
 * ones, so that nobody writes down more of a child than the visit needs (PIPL art. 6).
 *
 * @param key what answers name it by
 * @param text the question in words; diet and access bring their own
 * @param options the answers of a choice
 */
public record Question(@NotNull @Pattern(regexp = "[a-z0-9]{1,20}") String key, @NotNull Kind kind,
		@Nullable @Size(max = 100) String text,
		@Size(max = 8) List<@NotBlank @Size(max = 40) @Pattern(regexp = "[^,|\\x00]*") String> options) {

	private static final String SEPARATOR = ",";

	/**
	 * What kinds of questions there are, and the answers of those that bring their own.
	 */
	public enum Kind {

		DIET("VEGETARIAN", "HALAL", "NO_NUTS", "NO_MILK", "NO_SEAFOOD"),
		ACCESS("STEP_FREE", "HEARING_SUPPORT", "VISUAL_SUPPORT", "QUIET_SPACE"), YES_NO("YES", "NO"), CHOICE;

		@SuppressWarnings("ImmutableEnumChecker") // nothing can be added to this list
		private final List<String> answers;

		Kind(String... answers) {
			this.answers = List.of(answers);
		}

		/**
		 * Whether it brings its own words.
		 */
		public boolean worded() {
			return this == DIET || this == ACCESS;
		}

	}

	public Question {
		options = (options != null) ? List.copyOf(options) : List.of();
	}

	/**
	 * What can be answered.
	 */
	public List<String> answers() {
		return (this.kind == Kind.CHOICE) ? this.options : this.kind.answers;
	}

	/**
	 * Whether several answers may be given at once, joined by commas. Those questions may
	 * be left open: nothing special is needed.
	 */
	public boolean several() {
		return this.kind.worded();
	}

	/**
	 * Whether the answer is one that can be given.
	 */
	public boolean takes(@Nullable String answer) {
		if (answer == null || answer.isEmpty()) {
			return several();
		}
		List<String> given = several() ? Arrays.asList(answer.split(SEPARATOR, -1)) : List.of(answer);
		return answers().containsAll(given);
	}

}
