package org.gongyu.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.gongyu.intake.ImportRefusal.Reason;

/**
 * Looks through every part of a workbook before it is parsed. It opens the archive with
 * the same library as the parser does, so that both see the same parts, and counts what
 * comes out instead of believing the sizes that the archive states.
 */
final class WorkbookParts {

	private static final int MAX_PARTS = 1_000;

	private WorkbookParts() {
	}

	/**
	 * Why the workbook must not be parsed, if there is a reason.
	 */
	static Optional<Reason> objection(byte[] file, long maxUnzippedBytes) {
		Allowance allowance = new Allowance(maxUnzippedBytes);
		try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(file);
				ZipFile archive = ZipFile.builder().setSeekableByteChannel(channel).get()) {
			return objection(archive, allowance);
		}
		catch (XMLStreamException | IOException | RuntimeException ex) {
			// the archive is not ours: whatever breaks in it means that it is no workbook
			return Optional.of((allowance.left < 0) ? Reason.TOO_LARGE : Reason.NOT_A_TABLE);
		}
	}

	private static Optional<Reason> objection(ZipFile archive, Allowance allowance)
			throws IOException, XMLStreamException {
		List<ZipArchiveEntry> parts = Collections.list(archive.getEntries());
		if (parts.size() > MAX_PARTS) {
			return Optional.of(Reason.TOO_LARGE);
		}
		for (ZipArchiveEntry part : parts) {
			if (!archive.canReadEntryData(part) || isMacro(part)) {
				return Optional.of(Reason.NOT_A_TABLE);
			}
			try (InputStream content = new BoundedStream(archive.getInputStream(part), allowance)) {
				Optional<Reason> objection = look(part, content);
				if (objection.isPresent()) {
					return objection;
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<Reason> look(ZipArchiveEntry part, InputStream content)
			throws IOException, XMLStreamException {
		String name = part.getName().toLowerCase(Locale.ROOT);
		if (name.endsWith(".xml") || name.endsWith(".rels")) {
			return SheetMarkup.objection(content);
		}
		content.transferTo(OutputStream.nullOutputStream());
		return Optional.empty();
	}

	private static boolean isMacro(ZipArchiveEntry part) {
		return part.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
	}

	/**
	 * How many bytes all parts together may still have.
	 */
	private static final class Allowance {

		private long left;

		Allowance(long left) {
			this.left = left;
		}

		void use(int bytes) throws IOException {
			this.left -= bytes;
			if (this.left < 0) {
				throw new IOException("more bytes than allowed");
			}
		}

	}

	private static final class BoundedStream extends FilterInputStream {

		private final Allowance allowance;

		BoundedStream(InputStream in, Allowance allowance) {
			super(in);
			this.allowance = allowance;
		}

		@Override
		public int read() throws IOException {
			int read = super.read();
			this.allowance.use((read >= 0) ? 1 : 0);
			return read;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = super.read(bytes, offset, length);
			this.allowance.use(Math.max(read, 0));
			return read;
		}

	}

}
