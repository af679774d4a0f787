package org.gongyu.waitlist;

import java.util.List;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.booking.Party;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Waiting for seats in the browser: from an activity's page onto the list, and off it
 * again.
 */
@Pages
class WaitlistPages {

	/**
	 * What was chosen on the activity's page.
	 */
	record WishForm(@Nullable List<UUID> waitFor, @Nullable Integer adults, @Nullable List<UUID> children,
			@Nullable Integer guests) {

		List<UUID> slots() {
			return (this.waitFor != null) ? this.waitFor : List.of();
		}

		Party party() {
			return Party.onForm(this.adults, this.children, this.guests);
		}

	}

	private final Waitlist waitlist;

	private final WaitingView view;

	WaitlistPages(Waitlist waitlist, WaitingView view) {
		this.view = view;
		this.waitlist = waitlist;
	}

	/**
	 * What the household waits for.
	 */
	@GetMapping("/waitlist")
	Mono<String> list(@AuthenticationPrincipal SignedIn who, Model model) {
		return this.view.of(who)
			.collectList()
			.doOnNext(lines -> model.addAttribute("lines", lines))
			.thenReturn("waitlist/waiting");
	}

	@PostMapping("/activities/{id}/wait")
	Mono<Rendering> join(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who,
			@ModelAttribute("wish") WishForm wish, Model model) {
		return this.waitlist.join(who, wish.slots(), wish.party())
			.map(outcome -> outcome.fold(joined -> toList(), refusal -> {
				model.addAttribute("refusal", refusal);
				model.addAttribute("activity", id);
				return Rendering.view("waitlist/refused").status(HttpStatus.valueOf(refusal.status())).build();
			}));
	}

	@PostMapping("/waitlist/{id}/leave")
	Mono<Rendering> leave(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.waitlist.leave(who, id).flatMap(RefusedError::unless).thenReturn(toList());
	}

	private static Rendering toList() {
		return Rendering.redirectTo("/waitlist").status(HttpStatus.SEE_OTHER).build();
	}

}
