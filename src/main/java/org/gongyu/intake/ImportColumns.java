package org.gongyu.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file holds which field. What the request maps goes first; no field
 * has two columns.
 */
final class ImportColumns {

	private final List<String> header;

	private final Map<VenueField, Integer> positions;

	private ImportColumns(List<String> header, Map<VenueField, Integer> positions) {
		this.header = header;
		this.positions = positions;
	}

	/**
	 * @param mapping from headers to fields; an empty field ignores the column
	 * @throws InvalidInput when the mapping does not fit the header
	 */
	static ImportColumns of(List<String> header, Map<String, String> mapping) {
		Map<VenueField, Integer> positions = new EnumMap<>(VenueField.class);
		mapping.forEach((name, field) -> {
			int column = header.indexOf(name.strip());
			boolean twice = column >= 0 && !field.isBlank() && positions.put(mapped(field), column) != null;
			if (column < 0 || twice) {
				throw new InvalidInput("mapping", "import.mapping", name);
			}
		});
		List<Integer> open = new ArrayList<>();
		for (int column = 0; column < header.size(); column++) {
			if (!mapping.containsKey(header.get(column))) {
				open.add(column);
			}
		}
		for (VenueField field : VenueField.values()) {
			best(field, header, open).ifPresent(column -> positions.putIfAbsent(field, column));
		}
		return new ImportColumns(header, positions);
	}

	private static VenueField mapped(String field) {
		return VenueField.of(field.strip()).orElseThrow(() -> new InvalidInput("mapping", "import.mapping", field));
	}

	private static Optional<Integer> best(VenueField field, List<String> header, List<Integer> open) {
		return open.stream()
			.filter(column -> field.fit(header.get(column)) >= 0)
			.min(Comparator.comparingInt(column -> field.fit(header.get(column))));
	}

	List<String> header() {
		return this.header;
	}

	@Nullable Integer position(VenueField field) {
		return this.positions.get(field);
	}

	/**
	 * The field of a column, or null when the column is ignored.
	 */
	@Nullable VenueField field(int column) {
		return this.positions.entrySet()
			.stream()
			.filter(each -> each.getValue() == column)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	/**
	 * How to call the column of a field to whoever made the file.
	 */
	String label(VenueField field) {
		Integer column = position(field);
		return (column != null) ? Objects.requireNonNull(this.header.get(column)) : field.property();
	}

}
