package org.gongyu.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import net.coobird.thumbnailator.Thumbnails;
import org.gongyu.platform.Outcome;

/**
 * Draws a file anew as JPEG in several widths. Only pixels go over: no place, no time, no
 * camera, and nothing that hides behind the picture. A phone's note which way is up is
 * obeyed first. Blocks.
 */
final class Drawing {

	private static final Set<String> FORMATS = Set.of("jpeg", "png");

	private static final double QUALITY = 0.8;

	private Drawing() {
	}

	/**
	 * Draws the file in each of the widths.
	 * @param mostPixels how many pixels the file may unfold to
	 * @return the JPEGs by width; none is wider than the file
	 */
	static Outcome<Map<Integer, byte[]>> of(byte[] file, SortedSet<Integer> widths, long mostPixels) {
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				return Outcome.refused(PictureRefusal.NOT_A_PICTURE);
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(in);
				if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
					return Outcome.refused(PictureRefusal.NOT_A_PICTURE);
				}
				if ((long) reader.getWidth(0) * reader.getHeight(0) > mostPixels) {
					return Outcome.refused(PictureRefusal.TOO_MANY_PIXELS);
				}
			}
			finally {
				reader.dispose();
			}
			return Outcome.done(drawn(file, widths));
		}
		// the JDK's readers answer some broken files with faults of their own
		catch (IOException | RuntimeException ex) {
			return Outcome.refused(PictureRefusal.NOT_A_PICTURE);
		}
	}

	private static Map<Integer, byte[]> drawn(byte[] file, SortedSet<Integer> widths) throws IOException {
		BufferedImage whole = onWhite(
				Thumbnails.of(new ByteArrayInputStream(file)).scale(1).useExifOrientation(true).asBufferedImage());
		Map<Integer, byte[]> all = new TreeMap<>();
		for (int width : widths) {
			ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
			Thumbnails.of(whole)
				.width(Math.min(width, whole.getWidth()))
				.outputFormat("jpg")
				.outputQuality(QUALITY)
				.toOutputStream(jpeg);
			all.put(width, jpeg.toByteArray());
		}
		return all;
	}

	/** JPEG knows no transparency. */
	private static BufferedImage onWhite(BufferedImage image) {
		BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D brush = opaque.createGraphics();
		try {
			brush.drawImage(image, 0, 0, Color.WHITE, null);
		}
		finally {
			brush.dispose();
		}
		return opaque;
	}

}
