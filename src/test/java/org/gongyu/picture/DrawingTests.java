package org.gongyu.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import javax.imageio.ImageIO;

import org.gongyu.platform.Outcome;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of an uploaded picture.
 */
class DrawingTests {

	private static final SortedSet<Integer> WIDTHS = new TreeSet<>(Set.of(40, 200));

	@Test
	void nothingOfTheFileButItsPixelsGoesOver() throws IOException {
		byte[] file = withExif(image("jpg", 100, 50), 1, "GPS 28.97 118.86");
		Map<Integer, byte[]> drawn = drawn(file);
		assertThat(drawn.keySet()).containsExactly(40, 200);
		assertThat(drawn.values()).allSatisfy(jpeg -> assertThat(text(jpeg)).doesNotContain("Exif", "GPS"));
		assertThat(read(drawn, 40)).returns(40, BufferedImage::getWidth).returns(20, BufferedImage::getHeight);
	}

	@Test
	void nothingIsMadeLargerThanItIs() throws IOException {
		assertThat(read(drawn(image("png", 100, 50)), 200)).returns(100, BufferedImage::getWidth);
	}

	@Test
	void thePhonesNoteWhichWayIsUpIsObeyed() throws IOException {
		BufferedImage upright = read(drawn(withExif(image("jpg", 100, 50), 6, "")), 200);
		assertThat(upright).returns(50, BufferedImage::getWidth).returns(100, BufferedImage::getHeight);
	}

	@Test
	void whatIsTransparentIsWhite() throws IOException {
		BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
		assertThat(new Color(read(drawn(written("png", clear)), 40).getRGB(20, 20))).isEqualTo(Color.WHITE);
	}

	@Test
	void whatWouldUnfoldTooFarIsNotUnfolded() throws IOException {
		assertThat(refusal(Drawing.of(image("png", 300, 300), WIDTHS, 89_999)))
			.isEqualTo(PictureRefusal.TOO_MANY_PIXELS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.4", "BM" })
	void whatIsNoPhotoIsRefused(String file) {
		assertThat(refusal(Drawing.of(file.getBytes(StandardCharsets.UTF_8), WIDTHS, 1_000_000)))
			.isEqualTo(PictureRefusal.NOT_A_PICTURE);
	}

	@Test
	void otherFormatsAndBrokenFilesAreRefused() throws IOException {
		assertThat(refusal(Drawing.of(image("gif", 10, 10), WIDTHS, 1_000_000)))
			.isEqualTo(PictureRefusal.NOT_A_PICTURE);
		byte[] whole = image("png", 100, 100);
		assertThat(refusal(Drawing.of(Arrays.copyOf(whole, whole.length / 2), WIDTHS, 1_000_000)))
			.isEqualTo(PictureRefusal.NOT_A_PICTURE);
	}

	private static Map<Integer, byte[]> drawn(byte[] file) {
		return Objects.requireNonNull(Drawing.of(file, WIDTHS, 1_000_000)
			.<@Nullable Map<Integer, byte[]>>fold(jpegs -> jpegs, refusal -> null));
	}

	private static @Nullable Refusal refusal(Outcome<?> outcome) {
		return outcome.<@Nullable Refusal>fold(done -> null, refusal -> refusal);
	}

	private static BufferedImage read(Map<Integer, byte[]> drawn, int width) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(drawn.get(width))));
	}

	private static byte[] image(String format, int width, int height) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D brush = image.createGraphics();
		brush.setColor(Color.ORANGE);
		brush.fillRect(0, 0, width / 2, height);
		brush.dispose();
		return written(format, image);
	}

	private static byte[] written(String format, BufferedImage image) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThat(ImageIO.write(image, format, out)).isTrue();
		return out.toByteArray();
	}

	/** Puts an Exif segment with an orientation and a comment after the JPEG's start. */
	private static byte[] withExif(byte[] jpeg, int orientation, String comment) {
		ByteArrayOutputStream exif = new ByteArrayOutputStream();
		exif.writeBytes("Exif\0\0MM\0*\0\0\0\10\0\1".getBytes(StandardCharsets.ISO_8859_1));
		exif.writeBytes(new byte[] { 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0 });
		exif.writeBytes(comment.getBytes(StandardCharsets.US_ASCII));
		int length = exif.size() + 2;
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(jpeg, 0, 2);
		out.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length });
		out.writeBytes(exif.toByteArray());
		out.write(jpeg, 2, jpeg.length - 2);
		return out.toByteArray();
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

}
