package org.gongyu.household;

import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A child as its guardian registers it.
 *
 * @param consent the version of the text of {@link ConsentPurpose#REGISTER_CHILD} that
 * the guardian agrees to; not needed where that consent stands
 */
record ChildRequest(@NotBlank @Size(max = 40) String name, @NotNull @PastOrPresent YearMonth birthMonth,
		@Nullable SchoolStage schoolStage, @Nullable @Size(max = 60) String school,
		@Nullable @Size(max = 20) String schoolClass, @Nullable Set<AccessNeed> needs, @Nullable Integer consent) {

	private static final int OLDEST = 25;

	/**
	 * @throws InvalidInput when it cannot be a child's
	 */
	Child child(UUID id, YearMonth now) {
		if (this.birthMonth.isBefore(now.minusYears(OLDEST))) {
			throw new InvalidInput("birthMonth", "birthMonth");
		}
		return new Child(id, this.name.strip(), this.birthMonth, this.schoolStage, stripped(this.school),
				stripped(this.schoolClass), Objects.requireNonNullElse(this.needs, Set.of()));
	}

	private static @Nullable String stripped(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
