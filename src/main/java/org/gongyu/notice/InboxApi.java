package org.gongyu.notice;

import java.util.Locale;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The inbox over the API.
 */
@RestController
@RequestMapping("/api/v1/notices")
class InboxApi {

	private final Inbox inbox;

	private final HubProperties hub;

	InboxApi(Inbox inbox, HubProperties hub) {
		this.inbox = inbox;
		this.hub = hub;
	}

	/**
	 * What the household was told, the newest first.
	 */
	@GetMapping
	Mono<Page<Inbox.Line>> list(@AuthenticationPrincipal SignedIn who,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer size, Locale locale) {
		return this.inbox.of(who, Cursor.decode(cursor), this.hub.pageSize(size), locale);
	}

}
