package org.gongyu.intake;

import java.util.List;
import java.util.Map;

import org.gongyu.platform.Outcome;
import org.gongyu.platform.Refusal;

/**
 * Why a file as a whole was not imported.
 *
 * @param limits the bounds that the file exceeds, if that is the reason
 */
record ImportRefusal(Reason reason, List<Object> limits) implements Refusal {

	enum Reason {

		/** The file or what it unpacks to is too large. */
		TOO_LARGE(413),
		/** Neither CSV nor a plain XLSX workbook. */
		NOT_A_TABLE(415),
		/** Not UTF-8, UTF-16 with a mark, or GB18030. */
		ENCODING(422),
		/** A quoted cell does not end. */
		BROKEN_QUOTES(422),
		/** Merged cells have no place in a table. */
		MERGED_CELLS(422),
		/** There is no header. */
		EMPTY_TABLE(422),
		/** More rows than an import takes. */
		TOO_MANY_ROWS(422),
		/** More columns than an import takes. */
		TOO_MANY_COLUMNS(422);

		private final int status;

		Reason(int status) {
			this.status = status;
		}

	}

	static <T> Outcome<T> refuse(Reason reason, Object... limits) {
		return Outcome.refused(new ImportRefusal(reason, List.of(limits)));
	}

	@Override
	public String code() {
		return this.reason.name();
	}

	@Override
	public int status() {
		return this.reason.status;
	}

	@Override
	public Object[] args() {
		return this.limits.toArray();
	}

	@Override
	public Map<String, Object> details() {
		return this.limits.isEmpty() ? Map.of() : Map.of("limit", this.limits.get(0));
	}

	@Override
	public String field() {
		return "file";
	}

}
