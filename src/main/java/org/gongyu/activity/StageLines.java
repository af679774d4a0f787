package org.gongyu.activity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.gongyu.activity.CourseStage.Material;
import org.gongyu.activity.CourseStage.Phase;
import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A course's stage as it is typed: a text, and one material a line, its name before its
 * address.
 */
final class StageLines {

	private static final int LONGEST_TEXT = 1000;

	private static final int LONGEST_LINE = 380;

	private static final int MOST = 10;

	private static final Pattern LINE = Pattern.compile("(\\S(?:.{0,79}?))\\s+(https?://\\S{1,290})");

	private StageLines() {
	}

	/**
	 * @param field how the form calls the stage
	 * @throws InvalidInput when a line is no name with an address
	 */
	static Optional<CourseStage> read(Phase phase, String field, @Nullable String text, @Nullable String links) {
		boolean materials = links != null && !links.isBlank();
		if (text == null || text.isBlank()) {
			if (materials) {
				throw new InvalidInput(field, "required");
			}
			return Optional.empty();
		}
		if (text.length() > LONGEST_TEXT) {
			throw new InvalidInput(field, "tooLong", LONGEST_TEXT);
		}
		List<Material> all = (links == null) ? List.of()
				: links.lines()
					.map(String::strip)
					.filter(line -> !line.isEmpty())
					.limit(MOST + 1L)
					.map(line -> material(field, line))
					.toList();
		if (all.size() > MOST) {
			throw new InvalidInput(field + "Links", "tooMany", MOST);
		}
		return Optional.of(new CourseStage(phase, text.strip(), all));
	}

	private static Material material(String field, String line) {
		Matcher matcher = LINE.matcher((line.length() > LONGEST_LINE) ? "" : line);
		if (!matcher.matches()) {
			throw new InvalidInput(field + "Links", "material");
		}
		return new Material(matcher.group(1), matcher.group(2));
	}

	static @Nullable String text(Activity activity, Phase phase) {
		return find(activity, phase).map(CourseStage::text).orElse(null);
	}

	static @Nullable String links(Activity activity, Phase phase) {
		return find(activity, phase)
			.map(stage -> stage.materials()
				.stream()
				.map(material -> material.name() + " " + material.link())
				.collect(Collectors.joining("\n")))
			.orElse(null);
	}

	private static Optional<CourseStage> find(Activity activity, Phase phase) {
		return activity.stages().stream().filter(stage -> stage.phase() == phase).findFirst();
	}

}
