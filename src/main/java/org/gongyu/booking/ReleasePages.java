package org.gongyu.booking;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.PublishedSlot;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Pages;
import org.gongyu.platform.PublicAddress;
import org.gongyu.platform.RefusedError;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What goes into people's own calendars: the moment of a release as a file, and the page
 * that helps with a booking's file where a chat's browser lets nobody download one.
 */
@Pages
class ReleasePages {

	private static final Pattern CHAT = Pattern.compile("MicroMessenger|DingTalk|Weibo|QQ/|AliApp");

	private final Bookings bookings;

	private final Slots slots;

	private final CalendarFeed feed;

	private final PublicAddress address;

	ReleasePages(Bookings bookings, Slots slots, CalendarFeed feed, PublicAddress address) {
		this.bookings = bookings;
		this.slots = slots;
		this.feed = feed;
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

	/**
	 * The ways of a booking into a calendar: the file, and the household's feed.
	 */
	@GetMapping("/bookings/{id}/calendar")
	Mono<String> ways(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String browser, ServerWebExchange exchange,
			Model model) {
		model.addAttribute("chat", CHAT.matcher(browser).find());
		return this.bookings.find(who, id)
			.flatMap(RefusedError::unless)
			.doOnNext(booking -> model.addAttribute("booking", booking))
			.flatMap(booking -> this.feed.path(Objects.requireNonNull(who.household())))
			.doOnNext(path -> model.addAttribute("link", this.address.of(exchange, path)))
			.thenReturn("booking/calendar");
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
