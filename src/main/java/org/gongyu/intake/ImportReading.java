package org.gongyu.intake;

import org.gongyu.intake.ImportRefusal.Reason;
import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;

/**
 * Reads an uploaded file as a table, off the event loop and never beyond its bounds.
 */
@Component
class ImportReading {

	private final ImportProperties limits;

	ImportReading(ImportProperties limits) {
		this.limits = limits;
	}

	Mono<Outcome<ImportTable>> read(FilePart file) {
		long max = this.limits.maxBytes().toBytes();
		return DataBufferUtils.join(file.content(), Math.toIntExact(max))
			.map(ImportReading::bytes)
			.defaultIfEmpty(new byte[0])
			.publishOn(Schedulers.boundedElastic())
			.map(this::read)
			.onErrorResume(DataBufferLimitException.class,
					ignored -> Mono.just(ImportRefusal.refuse(Reason.TOO_LARGE, max)));
	}

	/**
	 * What a file is, its content says; its name does not matter. Blocks.
	 */
	Outcome<ImportTable> read(byte[] file) {
		if (XlsxTable.is(file)) {
			return XlsxTable.read(file, this.limits);
		}
		return ImportText.decode(file).fold(text -> CsvTable.read(text, this.limits.maxRows()), Outcome::refused);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
