package org.gongyu.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.express.ExpressRoute;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Outcome;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Holds over the API.
 */
@RestController
@RequestMapping("/api/v1/holds")
class HoldApi implements ExpressRoute<HoldRequest, HoldApi.HoldView> {

	private static final int LONGEST_KEY = 100;

	record HoldView(String id, Instant expiresAt, List<Item> items) {

		record Item(UUID slotId, Pool pool, int seats) {
		}

		static HoldView of(Holds.Hold hold) {
			var seats = hold.capsule().seats();
			return new HoldView(hold.id(), hold.expiresAt(),
					List.of(new Item(seats.slot(), seats.pool().shownAs(), seats.seats())));
		}

	}

	record HoldList(List<HoldView> items) {
	}

	private final Holds holds;

	HoldApi(Holds holds) {
		this.holds = holds;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<HoldView> hold(@AuthenticationPrincipal SignedIn who,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody HoldRequest request) {
		return answer(who, key, request).flatMap(RefusedError::unless);
	}

	@Override
	public String path() {
		return "/api/v1/holds";
	}

	@Override
	public Class<HoldRequest> body() {
		return HoldRequest.class;
	}

	@Override
	public Mono<Outcome<HoldView>> answer(SignedIn who, @Nullable String key, HoldRequest request) {
		if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
			return Mono.error(new InvalidInput("Idempotency-Key", "idempotencyKey", LONGEST_KEY));
		}
		return this.holds.hold(who, key, request).map(outcome -> outcome.map(HoldView::of));
	}

	@GetMapping
	Mono<HoldList> live(@AuthenticationPrincipal SignedIn who) {
		return this.holds.live(who).map(holds -> new HoldList(holds.stream().map(HoldView::of).toList()));
	}

	@GetMapping("/{id}")
	Mono<HoldView> one(@AuthenticationPrincipal SignedIn who, @PathVariable String id) {
		return this.holds.find(who, id).flatMap(RefusedError::unless).map(HoldView::of);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> release(@AuthenticationPrincipal SignedIn who, @PathVariable String id) {
		return this.holds.release(who, id).flatMap(RefusedError::unless).then();
	}

}
