package org.gongyu.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;

/**
 * Reads a QR code from a picture of a screen, as a scanner at the gate does.
 */
final class QrReader {

	private QrReader() {
	}

	static String read(byte[] picture) {
		try {
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
			int width = image.getWidth();
			int height = image.getHeight();
			int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
			return new MultiFormatReader()
				.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
				.getText();
		}
		catch (IOException | NotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
