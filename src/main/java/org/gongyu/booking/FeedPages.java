package org.gongyu.booking;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.Pages;
import org.gongyu.platform.PublicAddress;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The calendar feed: its address for its household, and the calendar for whoever has the
 * address. Also the way out where a chat's browser lets nobody download a file.
 */
@Pages
class FeedPages {

	private static final Pattern CHAT = Pattern.compile("MicroMessenger|DingTalk|Weibo|QQ/|AliApp");

	private final Bookings bookings;

	private final CalendarFeed feed;

	private final PublicAddress address;

	FeedPages(Bookings bookings, CalendarFeed feed, PublicAddress address) {
		this.bookings = bookings;
		this.feed = feed;
		this.address = address;
	}

	@GetMapping("/calendar")
	Mono<String> address(@AuthenticationPrincipal SignedIn who, ServerWebExchange exchange, Model model) {
		return this.feed.path(Objects.requireNonNull(who.household()))
			.doOnNext(path -> model.addAttribute("path", path))
			.doOnNext(path -> model.addAttribute("link", this.address.of(exchange, path)))
			.thenReturn("booking/feed");
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

	@PostMapping("/calendar")
	Mono<Rendering> renew(@AuthenticationPrincipal SignedIn who) {
		return this.feed.renew(Objects.requireNonNull(who.household()))
			.thenReturn(Rendering.redirectTo("/calendar").status(HttpStatus.SEE_OTHER).build());
	}

	@GetMapping("/calendar/{token}")
	Mono<ResponseEntity<String>> calendar(@PathVariable String token) {
		return this.feed.find(token)
			.flatMap(RefusedError::unless)
			.map(calendar -> ResponseEntity.ok()
				.contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
				.body(calendar));
	}

}
