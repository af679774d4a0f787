package org.gongyu.household;

import java.time.YearMonth;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A child as its guardian registers it.
 */
record ChildRequest(@NotBlank @Size(max = 40) String name, @NotNull @PastOrPresent YearMonth birthMonth,
		@Nullable SchoolStage schoolStage) {

	private static final int OLDEST = 25;

	/**
	 * @throws InvalidInput when it cannot be a child's
	 */
	Child child(UUID id, YearMonth now) {
		if (this.birthMonth.isBefore(now.minusYears(OLDEST))) {
			throw new InvalidInput("birthMonth", "birthMonth");
		}
		return new Child(id, this.name.strip(), this.birthMonth, this.schoolStage);
	}

}
