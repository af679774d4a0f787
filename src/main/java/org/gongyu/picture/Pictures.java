package org.gongyu.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.gongyu.platform.Outcome;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;

/**
 * Takes pictures in and gives them out.
 */
@Component
public class Pictures implements DisposableBean {

	/** What lists and pages show, in pixels. */
	private static final SortedSet<Integer> WIDTHS = new TreeSet<>(Set.of(240, 800));

	private static final int HASH_BYTES = 16;

	private final PictureRows rows;

	private final PictureProperties properties;

	/** Drawing takes memory and a whole core, so that it is done one at a time. */
	private final Scheduler easel;

	Pictures(PictureRows rows, PictureProperties properties) {
		this.rows = rows;
		this.properties = properties;
		this.easel = Schedulers.newBoundedElastic(1, properties.waiting(), "pictures");
	}

	/**
	 * Draws a file anew and keeps it. Answers the hash that names it; the same file has
	 * the same one. A file that is too long is an error that answers 413, one more than
	 * may wait an error that answers 503.
	 */
	public Mono<Outcome<String>> keep(Publisher<DataBuffer> file) {
		return DataBufferUtils.join(file, Math.toIntExact(this.properties.maxBytes().toBytes()))
			.map(Pictures::bytes)
			.flatMap(bytes -> Mono.fromCallable(() -> Drawing.of(bytes, WIDTHS, this.properties.maxPixels()))
				.subscribeOn(this.easel)
				.flatMap(drawn -> drawn
					.then(jpegs -> this.rows.add(hash(bytes), jpegs).thenReturn(Outcome.done(hash(bytes))))))
			.defaultIfEmpty(Outcome.refused(PictureRefusal.NOT_A_PICTURE));
	}

	/**
	 * Lets a picture go that nothing shows any more.
	 */
	public Mono<Void> forget(String hash) {
		return this.rows.remove(hash);
	}

	Mono<byte[]> find(String hash, int width) {
		return WIDTHS.contains(width) ? this.rows.find(hash, width) : Mono.empty();
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static String hash(byte[] bytes) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
			return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void destroy() {
		this.easel.dispose();
	}

}
