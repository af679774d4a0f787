package org.gongyu.rush;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a load test noted of a run. The first line says {@code faults} where Redis was
 * lost or a node died, else {@code whole}; each further one is a request:
 * {@code household kind subject invoked returned result id code deadline}, with a dash
 * for what there is not.
 */
record HistoryFile(History history, List<UUID> parties, boolean faults) {

	static HistoryFile read(Path path) throws IOException {
		List<String> lines = Files.readAllLines(path);
		History history = new History();
		Map<UUID, Integer> numbers = new LinkedHashMap<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] parts = line.split(" ", -1);
			UUID household = UUID.fromString(parts[0]);
			Integer number = numbers.computeIfAbsent(household, key -> numbers.size());
			history.add(new History.Op(number, History.Kind.valueOf(parts[1]), parts[2], Long.parseLong(parts[3]),
					Long.parseLong(parts[4]), History.Result.valueOf(parts[5]), value(parts[6]), value(parts[7]),
					Long.parseLong(parts[8])));
		}
		return new HistoryFile(history, new ArrayList<>(numbers.keySet()), lines.get(0).equals("faults"));
	}

	private static @Nullable String value(String part) {
		return part.equals("-") ? null : part;
	}

}
