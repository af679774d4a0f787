package org.gongyu;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.gongyu.organization.Organizations;

import org.springframework.boot.SpringApplication;

/**
 * Runs the hub on one machine with nothing installed: PostgreSQL and Redis start
 * embedded, demo data is there. Data lies in {@code target/} and survives a restart.
 */
public final class TestGongyuApplication {

	private TestGongyuApplication() {
	}

	public static void main(String[] args) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "embedded").toAbsolutePath());
		Map<String, Object> settings = new LinkedHashMap<>(Services.in(folder).settings("gongyu"));
		keys(folder.resolve("keys.properties")).forEach((key, value) -> settings.put(String.valueOf(key), value));
		Letterbox letterbox = new Letterbox();
		settings.putAll(letterbox.settings());
		settings.put("gongyu.account.secure-cookies", false);
		settings.put("gongyu.place", "云溪区");
		settings.put("gongyu.address", "http://localhost:8080");
		settings.put("springdoc.api-docs.enabled", true);
		SpringApplication application = new SpringApplication(GongyuApplication.class);
		application.setDefaultProperties(settings);
		var context = application.run(args);
		String address = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
		DemoData.load(context.getBean(Organizations.class), address);
		List.of("", "  Gongyu runs at " + address, "  What it sends is shown at " + letterbox.address(),
				"  Demo accounts, password " + DemoData.PASSWORD + ":",
				"    family@demo.test    a guardian with two children", "    venue@demo.test     a venue manager",
				"    gate@demo.test      gate staff", "    teacher@demo.test   a teacher",
				"    supervisor@demo.test  a supervisor", "    operator@demo.test  the hub's operator", "")
			.forEach(System.out::println);
	}

	private static Properties keys(Path file) throws IOException {
		Properties keys = new Properties();
		if (Files.exists(file)) {
			try (var in = Files.newBufferedReader(file)) {
				keys.load(in);
			}
			return keys;
		}
		keys.setProperty("gongyu.secret", TestKeys.SECRET);
		keys.setProperty("gongyu.vault-keys", TestKeys.vaultKeys());
		try (Writer out = Files.newBufferedWriter(file)) {
			keys.store(out, "Keys of the embedded run; production makes its own");
		}
		return keys;
	}

}
