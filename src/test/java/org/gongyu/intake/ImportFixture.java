package org.gongyu.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.gongyu.venue.VenueKind;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Files and their rows, as the tests of the import read them.
 */
final class ImportFixture {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	static final ImportReading READING = new ImportReading(
			new ImportProperties(DataSize.ofMegabytes(5), DataSize.ofMegabytes(2), 20_000, 500));

	private ImportFixture() {
	}

	static TestWorkbook small() {
		return TestWorkbook.of(TestWorkbook.row(1, "name", "region") + TestWorkbook.row(2, "a", "r"));
	}

	static ImportTable table(byte[] file) {
		return READING.read(file).fold(table -> table, refusal -> {
			throw new AssertionError(refusal.code());
		});
	}

	static String refusal(byte[] file) {
		return READING.read(file).fold(table -> "read", refusal -> refusal.code());
	}

	static List<VenueDraft> drafts(String csv, @Nullable VenueKind kind, @Nullable String region) {
		String mark = (csv.indexOf('\u0000') >= 0) ? "\ufeff" : "";
		return drafts(table((mark + csv).getBytes(StandardCharsets.UTF_8)), kind, region);
	}

	static List<VenueDraft> drafts(ImportTable table, @Nullable VenueKind kind, @Nullable String region) {
		ImportColumns columns = ImportColumns.of(table.header(), Map.of());
		return ImportSheet.of(table, new RowReader(columns, kind, region, VALIDATOR)).drafts();
	}

	static List<String> codes(List<VenueDraft> drafts) {
		return drafts.stream()
			.flatMap(each -> each.errors().stream())
			.map(each -> each.row() + " " + each.column() + " " + each.code())
			.toList();
	}

}
