package org.gongyu.booking;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calendar feed of a household, read by a calendar library.
 */
class CalendarFeedWebTests {

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

	private static String path(PageClient browser) {
		return browser.get("/calendar").expect(200).replaceAll("(?s).*href=\"(/calendar/[^\"]+)\".*", "$1");
	}

	/** Whoever has the address reads it, signed in or not. */
	private static VEvent event(String path, String booking) {
		String text = new PageClient(hub.address()).get(path).expect(200);
		try {
			List<VEvent> events = new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
			return events.stream()
				.filter(each -> each.getUid().orElseThrow().getValue().equals(booking + "@gongyu"))
				.findFirst()
				.orElseThrow();
		}
		catch (IOException | ParserException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aCancelledBookingArrivesWithAHigherSequence() {
		PageClient browser = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		String family = String.valueOf(browser.cookie("gongyu_access"));
		String booking = stage.booking(family, stage.slot(6000, 5), 2);
		String path = path(browser);
		VEvent before = event(path, booking);
		assertThat(before.getStatus().getValue()).isEqualTo("CONFIRMED");
		stage.client.post(family, "/bookings/" + booking + "/cancel", Map.of()).expect(200);
		VEvent after = event(path, booking);
		assertThat(after.getStatus().getValue()).isEqualTo("CANCELLED");
		assertThat(after.getSequence().getSequenceNo()).isGreaterThan(before.getSequence().getSequenceNo());
	}

	@Test
	void aNewAddressEndsTheOldOne() {
		PageClient browser = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		String path = path(browser);
		browser.get(path).expect(200);
		browser.post("/calendar", Map.of()).next();
		browser.get(path).expect(404);
		browser.get(path(browser)).expect(200);
		browser.get("/calendar/forged.ics").expect(404);
	}

	@Test
	void itSaysNothingOfWhoComes() {
		PageClient browser = new PageClient(hub.address()).signUp(UUID.randomUUID() + "@example.org", Stage.PASSWORD);
		String family = String.valueOf(browser.cookie("gongyu_access"));
		String child = stage.child(family, "2018-05");
		Map<String, Object> wish = Stage.wish(stage.slot(6000, 5), 2);
		wish.put("party", Map.of("adults", 1, "children", List.of(child)));
		String hold = Stage.id(stage.client.hold(family, UUID.randomUUID().toString(), wish));
		Stage.id(stage.client.post(family, "/bookings", Map.of("holdId", hold)));
		assertThat(browser.get(path(browser)).expect(200)).doesNotContain("小禾", child, "林").contains("VEVENT");
	}

}
