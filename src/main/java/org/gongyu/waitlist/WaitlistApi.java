package org.gongyu.waitlist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.booking.Party;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Waiting for seats, over the API.
 */
@RestController
@RequestMapping("/api/v1/waitlist")
class WaitlistApi {

	/**
	 * @param slots of one activity; the first that has seats for the whole party serves
	 * it
	 * @param children of the household, by name
	 * @param guests children who are not named
	 */
	record Wish(@NotEmpty @Size(max = 20) List<@NotNull UUID> slots, @NotNull @Min(0) @Max(500) Integer adults,
			@Nullable @Size(max = 30) List<@NotNull UUID> children, @Nullable @Min(0) @Max(500) Integer guests) {

		Party party() {
			return new Party(this.adults, (this.children != null) ? this.children : List.of(),
					Objects.requireNonNullElse(this.guests, 0));
		}

	}

	/**
	 * @param from at least so many parties are before this one
	 * @param to at most
	 */
	record Place(UUID slot, int from, int to) {
	}

	/**
	 * @param link the path on which it is answered
	 */
	record OpenOffer(UUID slot, Instant until, String link) {
	}

	record Entry(UUID id, UUID activity, int seats, WaitingParty.State state, Instant joinedAt, List<Place> places,
			@Nullable OpenOffer offer) {

		static Entry of(WaitingLine line) {
			WaitingParty party = line.party();
			SeatOffer offer = line.offer();
			List<Place> places = line.slots()
				.stream()
				.map(each -> new Place(each.slot().slot().id(), each.ahead().from(), each.ahead().to()))
				.toList();
			return new Entry(party.id(), party.activity(), party.seats(), party.state(), party.joinedAt(), places,
					(offer != null) ? new OpenOffer(offer.slot(), offer.until(), String.valueOf(line.answer())) : null);
		}

	}

	record EntryList(List<Entry> items) {
	}

	private final Waitlist waitlist;

	private final WaitingView view;

	WaitlistApi(Waitlist waitlist, WaitingView view) {
		this.waitlist = waitlist;
		this.view = view;
	}

	/**
	 * Joins the lists of the slots.
	 */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Entry> join(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody Wish wish) {
		return this.waitlist.join(who, wish.slots(), wish.party())
			.flatMap(RefusedError::unless)
			.flatMap(this.view::of)
			.map(Entry::of);
	}

	/**
	 * The household's entries that are not over.
	 */
	@GetMapping
	Mono<EntryList> list(@AuthenticationPrincipal SignedIn who) {
		return this.view.of(who).map(Entry::of).collectList().map(EntryList::new);
	}

	/**
	 * Leaves all lists of an entry; one that is over is done.
	 */
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> leave(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.waitlist.leave(who, id).flatMap(RefusedError::unless).then();
	}

}
