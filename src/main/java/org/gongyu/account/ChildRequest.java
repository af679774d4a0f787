package org.gongyu.account;

import java.time.YearMonth;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A child as its guardian registers it.
 */
record ChildRequest(@NotBlank @Size(max = 40) String name, @NotNull @PastOrPresent YearMonth birthMonth,
		@Nullable SchoolStage schoolStage) {

	Child child(UUID id) {
		return new Child(id, this.name.strip(), this.birthMonth, this.schoolStage);
	}

}
