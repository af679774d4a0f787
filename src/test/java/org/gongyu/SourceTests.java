package org.gongyu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the sources themselves must keep: short files, null-marked packages, one owner for
 * each table, and every text in both languages.
 */
class SourceTests {

	private static final Path MAIN = Path.of("src/main/java/org/gongyu");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	private static final int LONGEST = 300;

	@Test
	void noFileIsLong() throws IOException {
		List<String> tooLong = new ArrayList<>();
		for (Path file : files(Path.of("src"), ".java")) {
			if (Files.readAllLines(file).size() > LONGEST) {
				tooLong.add(file.toString());
			}
		}
		assertThat(tooLong).isEmpty();
	}

	@Test
	void everyPackageIsNullMarked() throws IOException {
		for (Path folder : folders()) {
			assertThat(folder.resolve("package-info.java")).content().contains("@NullMarked");
		}
	}

	@Test
	void eachTableHasOneOwner() throws IOException {
		Map<String, Set<String>> users = new HashMap<>();
		for (String table : tables()) {
			Pattern use = Pattern.compile("(?:from|join|into|update|delete from)\\s+" + table + "\\b");
			for (Path file : files(MAIN, ".java")) {
				if (use.matcher(Files.readString(file)).find()) {
					users.computeIfAbsent(table, key -> new TreeSet<>())
						.add(MAIN.relativize(file).getName(0).toString());
				}
			}
		}
		assertThat(users).allSatisfy((table, modules) -> assertThat(modules).as(table).hasSize(1));
	}

	@Test
	void bothLanguagesSayTheSameThings() throws IOException {
		for (Path chinese : files(MESSAGES, ".properties")) {
			String name = chinese.getFileName().toString();
			if (!name.contains("_en")) {
				Path english = MESSAGES.resolve(name.replace(".properties", "_en.properties"));
				assertThat(keys(english)).as(name).isEqualTo(keys(chinese));
			}
		}
	}

	@Test
	void everyMessageThatAPageUsesIsThere() throws IOException {
		Set<String> known = new TreeSet<>();
		for (Path file : files(MESSAGES, ".properties")) {
			known.addAll(keys(file));
		}
		Pattern use = Pattern.compile("#\\{([a-zA-Z.]+)|msg\\('([a-zA-Z.]+)'");
		for (Path template : files(TEMPLATES, ".html")) {
			Matcher matcher = use.matcher(Files.readString(template));
			while (matcher.find()) {
				String key = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
				if (!key.endsWith(".")) {
					assertThat(known).as(template.toString()).contains(key);
				}
			}
		}
	}

	private static Set<String> keys(Path file) throws IOException {
		Properties properties = new Properties();
		try (var in = Files.newBufferedReader(file)) {
			properties.load(in);
		}
		return new TreeSet<>(properties.stringPropertyNames());
	}

	private static Set<String> tables() throws IOException {
		Set<String> tables = new TreeSet<>();
		for (Path file : files(Path.of("db/migration"), ".sql")) {
			Matcher matcher = Pattern.compile("create table (\\w+)").matcher(Files.readString(file));
			while (matcher.find()) {
				tables.add(matcher.group(1));
			}
		}
		return tables;
	}

	private static List<Path> folders() throws IOException {
		try (Stream<Path> walk = Files.walk(MAIN)) {
			return walk.filter(Files::isDirectory).toList();
		}
	}

	private static List<Path> files(Path folder, String ending) throws IOException {
		try (Stream<Path> walk = Files.walk(folder)) {
			return walk.filter(file -> file.toString().endsWith(ending)).toList();
		}
	}

}
