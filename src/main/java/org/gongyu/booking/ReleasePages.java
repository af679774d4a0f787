package org.gongyu.booking;

import java.time.Instant;
import java.util.UUID;

import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.PublishedSlot;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Pages;
import org.gongyu.platform.PublicAddress;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * The moment of a release, as a file for people's own calendars.
 */
@Pages
class ReleasePages {

	private final Slots slots;

	private final PublicAddress address;

	ReleasePages(Slots slots, PublicAddress address) {
		this.slots = slots;
		this.address = address;
	}

	@GetMapping("/slots/{id}/release.ics")
	Mono<ResponseEntity<String>> release(@PathVariable UUID id, ServerWebExchange exchange) {
		return this.slots.offer(id)
			.filter(offer -> offer.slot().state() == PublicationState.PUBLISHED && offer.slot().has(Pool.PUBLIC))
			.publishOn(Schedulers.boundedElastic())
			.map(offer -> file(CalendarFile.release(offer, releasedAt(offer),
					this.address.of(exchange, "/activities/" + offer.activity().id()))))
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	private static Instant releasedAt(SlotOffer offer) {
		return offer.slot()
			.pools()
			.stream()
			.filter(plan -> plan.pool() == Pool.PUBLIC)
			.map(PublishedSlot.PoolPlan::releasedAt)
			.findFirst()
			.orElseThrow();
	}

	private static ResponseEntity<String> file(String calendar) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"gongyu.ics\"")
			.body(calendar);
	}

}
