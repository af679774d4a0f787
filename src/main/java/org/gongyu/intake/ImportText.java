package org.gongyu.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongyu.intake.ImportRefusal.Reason;
import org.gongyu.platform.Outcome;

/**
 * A text file in the encoding that it is in. Nothing is replaced: a byte that the
 * encoding does not know rules the encoding out.
 */
record ImportText(String encoding, String text) {

	/** The marks that open a file, in hexadecimal. */
	private static final Map<String, Charset> MARKS = Map.of("efbbbf", StandardCharsets.UTF_8, "feff",
			StandardCharsets.UTF_16BE, "fffe", StandardCharsets.UTF_16LE);

	private static final List<Charset> UNMARKED = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

	static Outcome<ImportText> decode(byte[] file) {
		String start = HexFormat.of().formatHex(file, 0, Math.min(file.length, 3));
		for (Map.Entry<String, Charset> mark : MARKS.entrySet()) {
			if (start.startsWith(mark.getKey())) {
				return decode(file, mark.getKey().length() / 2, List.of(mark.getValue()));
			}
		}
		return hasZero(file) ? ImportRefusal.refuse(Reason.NOT_A_TABLE) : decode(file, 0, UNMARKED);
	}

	private static Outcome<ImportText> decode(byte[] file, int from, List<Charset> candidates) {
		ByteBuffer content = ByteBuffer.wrap(file, from, file.length - from);
		for (Charset charset : candidates) {
			Optional<String> text = decode(content.duplicate(), charset);
			if (text.isPresent()) {
				return looksLikeAnotherFile(text.get()) ? ImportRefusal.refuse(Reason.NOT_A_TABLE)
						: Outcome.done(new ImportText(charset.name(), text.get()));
			}
		}
		return ImportRefusal.refuse(Reason.ENCODING);
	}

	private static Optional<String> decode(ByteBuffer content, Charset charset) {
		try {
			return Optional.of(charset.newDecoder().decode(content).toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	private static boolean hasZero(byte[] file) {
		for (byte each : file) {
			if (each == 0) {
				return true;
			}
		}
		return false;
	}

	private static boolean looksLikeAnotherFile(String text) {
		String start = text.substring(0, Math.min(text.length(), 64)).stripLeading();
		return start.startsWith("<") || start.startsWith("%PDF") || start.startsWith("{\\rtf");
	}

}
