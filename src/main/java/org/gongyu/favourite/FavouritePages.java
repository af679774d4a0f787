package org.gongyu.favourite;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.Pages;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/**
 * A household's favourites in the browser.
 */
@Pages
class FavouritePages {

	/**
	 * Whether the activity is to be kept.
	 */
	record Wanted(boolean keep) {
	}

	private final Favourites favourites;

	private final Clock clock;

	FavouritePages(Favourites favourites, Clock clock) {
		this.favourites = favourites;
		this.clock = clock;
	}

	@GetMapping("/favourites")
	Mono<String> list(@AuthenticationPrincipal SignedIn who, Model model) {
		model.addAttribute("now", this.clock.instant());
		return this.favourites.next(who)
			.doOnNext(cards -> model.addAttribute("cards", cards))
			.thenReturn("favourite/favourites");
	}

	@PostMapping("/activities/{id}/favourite")
	Mono<Rendering> keep(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@ModelAttribute("wanted") Wanted wanted) {
		return this.favourites.keep(Objects.requireNonNull(who.household()), id, wanted.keep())
			.filter(found -> found)
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.thenReturn(Rendering.redirectTo("/activities/" + id).status(HttpStatus.SEE_OTHER).build());
	}

}
