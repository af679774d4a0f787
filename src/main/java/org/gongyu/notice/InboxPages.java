package org.gongyu.notice;

import java.util.Locale;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The inbox in the browser.
 */
@Pages
class InboxPages {

	private final Inbox inbox;

	private final HubProperties hub;

	InboxPages(Inbox inbox, HubProperties hub) {
		this.inbox = inbox;
		this.hub = hub;
	}

	@GetMapping("/notices")
	Mono<String> list(@AuthenticationPrincipal SignedIn who, @RequestParam(required = false) @Nullable String cursor,
			Locale locale, Model model) {
		model.addAttribute("zone", this.hub.zone());
		return this.inbox.of(who, Cursor.decode(cursor), this.hub.pageSize(null), locale)
			.doOnNext(page -> model.addAttribute("page", page))
			.thenReturn("notice/inbox");
	}

}
