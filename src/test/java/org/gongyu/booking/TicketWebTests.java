package org.gongyu.booking;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ticket is read by an independent reader and lets its party in once, with the reason
 * when it does not.
 */
class TicketWebTests {

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void thePictureLetsThePartyInOnce() throws Exception {
		String family = stage.family();
		String booking = stage.booking(family, stage.slot(30, 5), 2);
		String code = read(ticket(family, booking, MediaType.IMAGE_PNG));
		assertThat(new String(ticket(family, booking, MediaType.valueOf("image/svg+xml")))).startsWith("<svg");
		var in = stage.client.post(stage.venue, "/check-ins", Map.of("code", code)).expect(200);
		assertThat(in.path("seats").asInt()).isEqualTo(2);
		assertThat(checkIn(code, 409)).isEqualTo("NOT_ADMITTED_ALREADY_IN");
	}

	@Test
	void theCalendarFileIsOne() throws Exception {
		String family = stage.family();
		String booking = stage.booking(family, stage.slot(600, 5), 1);
		String text = new String(ticket(family, booking, MediaType.valueOf("text/calendar")));
		var calendar = new CalendarBuilder().build(new StringReader(text));
		assertThat(calendar.getComponents()).hasSize(1);
		assertThat(text).contains("UID:" + booking, "STATUS:CONFIRMED", "小小讲解员");
	}

	@Test
	void everyReasonHasItsName() throws Exception {
		String family = stage.family();
		assertThat(checkIn("GY" + "A".repeat(52), 404)).isEqualTo("NOT_ADMITTED_UNKNOWN_CODE");
		String early = stage.booking(family, stage.slot(600, 5), 1);
		String code = read(ticket(family, early, MediaType.IMAGE_PNG));
		assertThat(checkIn(code, 409)).isEqualTo("NOT_ADMITTED_TOO_EARLY");
		assertThat(stage.client.post(stage.otherVenue, "/check-ins", Map.of("code", code))
			.expect(404)
			.path("code")
			.asString()).isEqualTo("NOT_ADMITTED_OTHER_VENUE");
		stage.client.post(family, "/bookings/" + early + "/cancel", Map.of()).expect(200);
		stage.client.post(family, "/bookings/" + early + "/cancel", Map.of()).expect(200);
		assertThat(checkIn(code, 409)).isEqualTo("NOT_ADMITTED_CANCELLED");
	}

	@Test
	void aTypedCodeMeansTheSlotsBooking() {
		String family = stage.family();
		String slot = stage.slot(30, 5);
		String booking = stage.booking(family, slot, 1);
		String typed = hub.bean(Tickets.class).shortCode(UUID.fromString(booking)).toLowerCase(Locale.ROOT);
		stage.client
			.post(stage.venue, "/check-ins",
					Map.of("code", typed.substring(0, 4) + " " + typed.substring(4), "slotId", slot))
			.expect(200);
	}

	private static String checkIn(String code, int status) {
		return stage.client.post(stage.venue, "/check-ins", Map.of("code", code))
			.expect(status)
			.path("code")
			.asString();
	}

	private static byte[] ticket(String family, String booking, MediaType type) {
		return Objects.requireNonNull(WebClient.create(hub.address())
			.get()
			.uri("/api/v1/bookings/" + booking + "/ticket")
			.headers(headers -> headers.setBearerAuth(family))
			.accept(type)
			.retrieve()
			.bodyToMono(byte[].class)
			.block());
	}

	private static String read(byte[] png) throws Exception {
		var image = ImageIO.read(new ByteArrayInputStream(png));
		int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
		return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
	}

}
