package org.gongyu.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.gongyu.intake.VenueDraft.RowError;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row by field. A cell that cannot be understood gives null and is
 * remembered with its first error, so that one look at a row tells everything that is
 * wrong with it.
 */
final class RowCells {

	/** What files write where they have nothing to say. */
	private static final Set<String> NOTHING = Set.of("", "~", "-", "--", "—", "——", "/", "\\", "无", "暂无", "N/A",
			"n/a");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

	private static final Pattern LIST = Pattern.compile("[、，,;；|/\\n]+");

	private static final Pattern WHOLE = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3}){1,20}|\\d{1,60})(\\.0{1,20})?");

	private static final Pattern AFTER_NUMBER = Pattern.compile("\\s*人(次)?$");

	private final ImportTable.Row row;

	private final ImportColumns columns;

	private final Map<VenueField, RowError> errors = new EnumMap<>(VenueField.class);

	RowCells(ImportTable.Row row, ImportColumns columns) {
		this.row = row;
		this.columns = columns;
	}

	/**
	 * The text of a cell with every run of blanks as one.
	 */
	@Nullable String line(VenueField field) {
		String text = text(field);
		return (text != null) ? text.replaceAll("\\s+", " ") : null;
	}

	@Nullable String text(VenueField field) {
		Integer column = this.columns.position(field);
		if (column == null || column >= this.row.cells().size()) {
			return null;
		}
		String fault = this.row.faults().get(column);
		String text = this.row.cells().get(column).replace('\u00a0', ' ').strip();
		if (fault != null) {
			wrong(field, fault);
			return null;
		}
		if (CONTROL.matcher(text).find()) {
			wrong(field, "CONTROL_CHARACTER");
			return null;
		}
		return NOTHING.contains(text) ? null : text;
	}

	<E extends Enum<E>> @Nullable E one(VenueField field, ImportNames<E> names, String unknown) {
		return parsed(field, unknown, names::find);
	}

	/**
	 * The distinct constants that a cell lists.
	 */
	<E extends Enum<E>> Set<E> all(VenueField field, ImportNames<E> names, String unknown) {
		Set<E> all = new LinkedHashSet<>();
		String text = text(field);
		LIST.splitAsStream((text != null) ? text : "")
			.map(String::strip)
			.filter(each -> !each.isEmpty())
			.forEach(each -> {
				Optional<E> known = names.find(each);
				known.ifPresent(all::add);
				if (known.isEmpty()) {
					wrong(field, unknown, shown(each));
				}
			});
		return all;
	}

	<T> @Nullable T parsed(VenueField field, String unknown, Function<String, Optional<T>> parser) {
		String text = line(field);
		if (text == null) {
			return null;
		}
		Optional<T> value = parser.apply(text);
		if (value.isEmpty()) {
			wrong(field, unknown, shown(text));
		}
		return value.orElse(null);
	}

	@Nullable Integer whole(VenueField field) {
		String text = line(field);
		if (text == null) {
			return null;
		}
		String number = AFTER_NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceFirst("");
		if (!WHOLE.matcher(number).matches()) {
			wrong(field, "NOT_A_WHOLE_NUMBER", shown(text));
			return null;
		}
		BigDecimal value = new BigDecimal(number.replace(",", ""));
		if (value.signum() <= 0) {
			wrong(field, "NOT_POSITIVE");
		}
		else if (value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
			wrong(field, "TOO_BIG", Integer.MAX_VALUE);
		}
		else {
			return value.intValue();
		}
		return null;
	}

	/**
	 * Remembers what is wrong, unless something is already.
	 */
	void wrong(VenueField field, String code, Object... args) {
		this.errors.putIfAbsent(field, new RowError(this.row.number(), this.columns.label(field), code, List.of(args)));
	}

	List<RowError> errors() {
		return List.copyOf(this.errors.values());
	}

	private static String shown(String text) {
		return (text.length() > 40) ? text.substring(0, 40) + "…" : text;
	}

}
