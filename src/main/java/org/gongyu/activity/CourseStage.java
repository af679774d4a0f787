package org.gongyu.activity;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What belongs to one of a course's three stages: before the visit at home or in class,
 * on site, and afterwards (课前导学、实践探究、课后拓展).
 *
 * @param text what is done
 * @param materials what to read or to bring, each a page of the web
 */
public record CourseStage(@NotNull Phase phase, @NotBlank @Size(max = 1000) String text,
		@Size(max = 10) List<@Valid @NotNull Material> materials) {

	/**
	 * When a stage takes place.
	 */
	public enum Phase {

		PRE_VISIT, ON_SITE, POST_VISIT

	}

	/**
	 * Something to read, watch or print.
	 */
	public record Material(@NotBlank @Size(max = 80) String name,
			@NotBlank @Size(max = 300) @Pattern(regexp = "https?://\\S+") String link) {
	}

	public CourseStage {
		materials = (materials != null) ? List.copyOf(materials) : List.of();
	}

}
