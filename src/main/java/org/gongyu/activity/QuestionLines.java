package org.gongyu.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A venue's questions as they are typed: one a line, its answers after bars; without
 * answers it is to be answered with yes or no.
 */
final class QuestionLines {

	private static final int MOST = 4;

	private static final int LONGEST = 100;

	private static final int LONGEST_ANSWER = 40;

	private static final int MOST_ANSWERS = 8;

	private QuestionLines() {
	}

	/**
	 * @throws InvalidInput when a line cannot be taken
	 */
	static List<Question> read(boolean diet, boolean access, @Nullable String lines) {
		List<Question> questions = new ArrayList<>();
		if (diet) {
			questions.add(new Question("diet", Question.Kind.DIET, null, List.of()));
		}
		if (access) {
			questions.add(new Question("access", Question.Kind.ACCESS, null, List.of()));
		}
		List<String> own = (lines == null) ? List.of()
				: lines.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MOST + 1L).toList();
		if (own.size() > MOST) {
			throw new InvalidInput("ask", "tooMany", MOST);
		}
		for (String line : own) {
			questions.add(question("q" + (questions.size() + 1), line));
		}
		return questions;
	}

	private static Question question(String key, String line) {
		List<String> parts = Arrays.stream(line.split("[|｜]", -1)).map(String::strip).toList();
		List<String> answers = parts.subList(1, parts.size());
		boolean wrong = parts.get(0).isEmpty() || parts.get(0).length() > LONGEST || answers.size() == 1
				|| answers.size() > MOST_ANSWERS || answers.stream().anyMatch(QuestionLines::isNoAnswer);
		if (wrong) {
			throw new InvalidInput("ask", "question");
		}
		return new Question(key, answers.isEmpty() ? Question.Kind.YES_NO : Question.Kind.CHOICE, parts.get(0),
				answers);
	}

	private static boolean isNoAnswer(String answer) {
		return answer.isEmpty() || answer.length() > LONGEST_ANSWER || answer.contains(",");
	}

	static boolean asks(Activity activity, Question.Kind kind) {
		return activity.questions().stream().anyMatch(question -> question.kind() == kind);
	}

	static String of(Activity activity) {
		return activity.questions()
			.stream()
			.filter(question -> !question.kind().worded())
			.map(question -> Stream.concat(Stream.ofNullable(question.text()), question.options().stream())
				.collect(Collectors.joining(" | ")))
			.collect(Collectors.joining("\n"));
	}

}
