package org.gongyu.intake;

import java.io.InputStream;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.gongyu.intake.ImportRefusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Looks through one XML part of a workbook for what the parser would not survive or not
 * see: declarations of entities, columns far out, merged cells.
 */
final class SheetMarkup {

	/** A column of three letters is at least the 703rd. */
	private static final int MAX_COLUMN_LETTERS = 2;

	private SheetMarkup() {
	}

	static Optional<Reason> objection(InputStream content) throws XMLStreamException {
		XMLStreamReader xml = factory().createXMLStreamReader(content);
		boolean begun = false;
		boolean sheet = false;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamConstants.DTD) {
				return Optional.of(Reason.NOT_A_TABLE);
			}
			if (event == XMLStreamConstants.START_ELEMENT) {
				sheet = begun ? sheet : xml.getLocalName().equals("worksheet");
				begun = true;
				Optional<Reason> objection = sheet ? cell(xml) : Optional.empty();
				if (objection.isPresent()) {
					return objection;
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<Reason> cell(XMLStreamReader xml) {
		return switch (xml.getLocalName()) {
			case "mergeCell" -> Optional.of(Reason.MERGED_CELLS);
			case "c" ->
				farOut(xml.getAttributeValue(null, "r")) ? Optional.of(Reason.TOO_MANY_COLUMNS) : Optional.empty();
			default -> Optional.empty();
		};
	}

	private static boolean farOut(@Nullable String address) {
		return address != null && address.chars().filter(Character::isLetter).count() > MAX_COLUMN_LETTERS;
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

}
