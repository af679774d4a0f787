package org.gongyu.roster;

import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A roster as CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read Chinese). A
 * text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
@Component
class RosterFile {

	private final MessageSource messages;

	RosterFile(MessageSource messages) {
		this.messages = messages;
	}

	String of(Rosters.Roster roster, Locale locale) {
		StringWriter text = new StringWriter().append('\uFEFF');
		CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
		csv.writeRecord(word("roster.name", locale), word("roster.age", locale), word("roster.needs", locale),
				word("roster.adults", locale), word("roster.arrived", locale));
		for (RosterLine line : roster.lines()) {
			String arrived = line.checkedIn() ? "✓" : "";
			line.children()
				.forEach(child -> csv.writeRecord(safe(child.name()), "" + child.age(), needs(child, locale), "",
						arrived));
			csv.writeRecord(safe((line.contactName() != null) ? line.contactName() : ""), "", "", "" + line.unnamed(),
					arrived);
		}
		return text.toString();
	}

	private String needs(RosterLine.Named child, Locale locale) {
		return child.needs()
			.stream()
			.sorted()
			.map(need -> word("accessNeed." + need, locale))
			.collect(Collectors.joining(" "));
	}

	private String word(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	private static String safe(String text) {
		return (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
