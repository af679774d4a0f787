package org.gongyu.booking;

import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.platform.QrCode;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ticket of a booking: a QR code as SVG or PNG, or a calendar file, by
 * {@code Accept}. The page's links lead here, too.
 */
@RestController
@RequestMapping({ "/api/v1/bookings/{id}", "/bookings/{id}" })
class TicketApi {

	private static final String SVG = "image/svg+xml";

	private static final String CALENDAR = "text/calendar";

	private final Bookings bookings;

	private final Slots slots;

	private final Tickets tickets;

	TicketApi(Bookings bookings, Slots slots, Tickets tickets) {
		this.bookings = bookings;
		this.slots = slots;
		this.tickets = tickets;
	}

	@GetMapping(path = "/ticket", produces = SVG)
	Mono<String> svg(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return find(who, id).map(booking -> QrCode.of(this.tickets.code(booking.id())).svg());
	}

	@GetMapping(path = "/ticket", produces = MediaType.IMAGE_PNG_VALUE)
	Mono<byte[]> png(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return find(who, id).publishOn(Schedulers.boundedElastic())
			.map(booking -> QrCode.of(this.tickets.code(booking.id())).png());
	}

	@GetMapping(path = "/ticket", produces = CALENDAR)
	Mono<ResponseEntity<String>> calendar(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return find(who, id).publishOn(Schedulers.boundedElastic())
			.flatMap(booking -> this.slots.offer(booking.slot()).map(offer -> calendar(booking, offer)));
	}

	/**
	 * The calendar file by its own address, for links.
	 */
	@GetMapping(path = "/ticket.ics", produces = CALENDAR)
	Mono<ResponseEntity<String>> file(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return calendar(who, id);
	}

	private ResponseEntity<String> calendar(Booking booking, SlotOffer offer) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"gongyu.ics\"")
			.body(CalendarFile.of(booking, offer, this.tickets.shortCode(booking.id())));
	}

	private Mono<Booking> find(SignedIn who, UUID id) {
		return this.bookings.find(who, id).flatMap(RefusedError::unless);
	}

}
