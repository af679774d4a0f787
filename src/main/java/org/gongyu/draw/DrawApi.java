package org.gongyu.draw;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.booking.Party;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Draws over the API.
 */
@RestController
@RequestMapping("/api/v1/slots/{id}/draw")
class DrawApi {

	/**
	 * @param children of the household, by name
	 * @param guests children who are not named
	 */
	record EntryRequest(@NotNull @Min(0) @Max(500) Integer adults,
			@Nullable @Size(max = 30) List<@NotNull UUID> children, @Nullable @Min(0) @Max(500) Integer guests) {

		Party party() {
			return new Party(this.adults, (this.children != null) ? this.children : List.of(),
					Objects.requireNonNullElse(this.guests, 0));
		}

	}

	/**
	 * @param record the path of all that is published of it
	 */
	record DrawView(UUID slot, Draw.State state, Instant opensAt, Instant closesAt, int entries, String commitment,
			@Nullable String seed, @Nullable Instant drawnAt, String record) {

		static DrawView of(Draw draw, Instant now) {
			return new DrawView(draw.slot(), draw.state(now), draw.lot().opensAt(), draw.lot().closesAt(),
					draw.entries(), draw.commitment(), draw.seed(), draw.drawnAt(),
					"/api/v1/slots/" + draw.slot() + "/draw/record");
		}

	}

	private final Draws draws;

	private final DrawRecord published;

	private final Clock clock;

	DrawApi(Draws draws, DrawRecord published, Clock clock) {
		this.draws = draws;
		this.published = published;
		this.clock = clock;
	}

	@GetMapping
	Mono<DrawView> one(@PathVariable("id") UUID slot) {
		return this.published.state(slot)
			.flatMap(RefusedError::unless)
			.map(draw -> DrawView.of(draw, this.clock.instant()));
	}

	/**
	 * All that is needed to compute the result again.
	 */
	@GetMapping(path = "/record", produces = MediaType.TEXT_PLAIN_VALUE)
	Mono<String> record(@PathVariable("id") UUID slot) {
		return this.published.text(slot).flatMap(RefusedError::unless);
	}

	@GetMapping("/entry")
	Mono<OwnEntry> own(@AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID slot) {
		return this.draws.own(who, slot).flatMap(RefusedError::unless);
	}

	/**
	 * Enters the household, or changes its party.
	 */
	@PutMapping("/entry")
	Mono<OwnEntry> enter(@AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID slot,
			@Valid @RequestBody EntryRequest request) {
		return this.draws.enter(who, slot, request.party()).flatMap(RefusedError::unless);
	}

	@DeleteMapping("/entry")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> leave(@AuthenticationPrincipal SignedIn who, @PathVariable("id") UUID slot) {
		return this.draws.leave(who, slot).flatMap(RefusedError::unless).then();
	}

}
