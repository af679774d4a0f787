package org.gongyu.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.gongyu.intake.VenueDraft.RowError;
import org.gongyu.venue.Position;
import org.gongyu.venue.VenueKind;
import org.gongyu.venue.VenueRequest;
import org.jspecify.annotations.Nullable;

/**
 * Turns a row into a venue, under the very limits of {@link VenueRequest}.
 *
 * @param defaultKind the kind of rows that name none
 * @param defaultRegion the region of rows that name none
 */
record RowReader(ImportColumns columns, @Nullable VenueKind defaultKind, @Nullable String defaultRegion,
		Validator validator) {

	private static final Set<String> YES = Set.of("是", "免费", "yes", "true", "y", "1", "free", "√");

	private static final Pattern POSITION = Pattern
		.compile("(-?\\d{1,3}(?:\\.\\d{1,12})?)\\s*[,，;；\\s]\\s*(-?\\d{1,3}(?:\\.\\d{1,12})?)");

	private static final Set<String> NO = Set.of("否", "收费", "no", "false", "n", "0", "×");

	VenueDraft read(ImportTable.Row row) {
		int width = this.columns.header().size();
		if (uneven(row, width)) {
			return new VenueDraft(row.number(), null,
					List.of(new RowError(row.number(), "", "UNEVEN_ROW", List.of(row.cells().size(), width))));
		}
		RowCells cells = new RowCells(row, this.columns);
		VenueRequest request = request(cells);
		this.validator.validate(request).forEach(violation -> report(violation, cells));
		return new VenueDraft(row.number(), request, cells.errors());
	}

	/**
	 * Whether cells are missing or there are some beyond the header. A reader of
	 * workbooks gives no empty cells at a row's end, so there none is missing.
	 */
	private boolean uneven(ImportTable.Row row, int width) {
		return row.cells().size() < width && row.complete()
				|| row.cells().stream().skip(width).anyMatch(each -> !each.isBlank());
	}

	@SuppressWarnings("NullAway") // the validator looks for what must not be null
	private VenueRequest request(RowCells cells) {
		VenueKind kind = cells.one(VenueField.KIND, ImportNames.KINDS, "UNKNOWN_KIND");
		String region = cells.line(VenueField.REGION);
		return new VenueRequest(cells.line(VenueField.NAME), (kind != null) ? kind : this.defaultKind,
				cells.line(VenueField.REGION_CODE), (region != null) ? region : this.defaultRegion,
				cells.line(VenueField.ADDRESS),
				cells.parsed(VenueField.POSITION, "NOT_A_POSITION", RowReader::position),
				cells.line(VenueField.OPENING_HOURS), cells.line(VenueField.CONTACT), cells.line(VenueField.PHONE),
				cells.line(VenueField.WEBSITE), cells.text(VenueField.SUMMARY),
				cells.all(VenueField.ACCESSIBILITY, ImportNames.ACCESSIBILITY, "UNKNOWN_ACCESSIBILITY"),
				cells.one(VenueField.BOOKING_MODE, ImportNames.BOOKING_MODES, "UNKNOWN_BOOKING_MODE"),
				cells.parsed(VenueField.ZONE, "UNKNOWN_ZONE", RowReader::zone),
				cells.parsed(VenueField.FREE, "NOT_YES_OR_NO", RowReader::yesOrNo), cells.whole(VenueField.CAPACITY),
				cells.parsed(VenueField.PARENT, "NOT_AN_ID", RowReader::id), accreditations(cells));
	}

	private static List<VenueRequest.AccreditationRequest> accreditations(RowCells cells) {
		return cells.all(VenueField.ACCREDITATIONS, ImportNames.ACCREDITATIONS, "UNKNOWN_ACCREDITATION")
			.stream()
			.map(kind -> new VenueRequest.AccreditationRequest(kind, null, null))
			.toList();
	}

	private static void report(ConstraintViolation<VenueRequest> violation, RowCells cells) {
		VenueField field = VenueField.of(violation.getPropertyPath().iterator().next().getName()).orElseThrow();
		Object rule = violation.getConstraintDescriptor().getAnnotation();
		if (rule instanceof NotBlank || rule instanceof NotNull) {
			cells.wrong(field, switch (field) {
				case KIND -> "NO_KIND";
				case REGION -> "NO_REGION";
				default -> "MISSING";
			});
		}
		else if (rule instanceof Size size) {
			cells.wrong(field, "TOO_LONG", size.max());
		}
		else {
			cells.wrong(field, (rule instanceof Positive) ? "NOT_POSITIVE" : "PATTERN_" + field.name());
		}
	}

	private static Optional<String> zone(String text) {
		try {
			return Optional.of(ZoneId.of(text).getId());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Boolean> yesOrNo(String text) {
		String plain = text.toLowerCase(Locale.ROOT);
		return YES.contains(plain) ? Optional.of(true) : (NO.contains(plain) ? Optional.of(false) : Optional.empty());
	}

	/** Latitude first, as phones say it; Chinese lists often begin with the longitude. */
	private static Optional<Position> position(String text) {
		Matcher matcher = POSITION.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		double first = Double.parseDouble(matcher.group(1));
		double second = Double.parseDouble(matcher.group(2));
		Position position = (Math.abs(first) > 90) ? new Position(second, first) : new Position(first, second);
		boolean there = Math.abs(position.latitude()) <= 90 && Math.abs(position.longitude()) <= 180;
		return there ? Optional.of(position) : Optional.empty();
	}

	private static Optional<UUID> id(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
