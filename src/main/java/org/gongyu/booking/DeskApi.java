package org.gongyu.booking;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A venue's desk over the API: the bookings of a slot, bookings for others, requests, and
 * the size of its pools.
 */
@RestController
@RequestMapping("/api/v1/desk")
class DeskApi {

	record Capacity(@NotNull @Min(1) @Max(100_000) Integer capacity) {
	}

	record BookingList(List<BookingView> items) {
	}

	private final Desk desk;

	private final BookingMapper mapper;

	DeskApi(Desk desk, BookingMapper mapper) {
		this.desk = desk;
		this.mapper = mapper;
	}

	@GetMapping("/slots/{id}/bookings")
	Mono<BookingList> list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.desk.slot(who, id)
			.flatMap(RefusedError::unless)
			.flatMap(offer -> this.desk.bookings(id))
			.map(found -> new BookingList(found.stream().map(this.mapper::view).toList()));
	}

	/**
	 * Books for somebody else; a repeat with the same key and body answers the same
	 * booking.
	 */
	@PostMapping("/slots/{id}/bookings")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<BookingView> book(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@RequestHeader("Idempotency-Key") String key, @Valid @RequestBody Desk.DeskRequest request) {
		return this.desk.book(who, id, key, request).flatMap(RefusedError::unless).map(this.mapper::view);
	}

	/**
	 * Gives a pool another capacity; refused below what is promised already.
	 */
	@PutMapping("/slots/{id}/pools/{pool}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> resize(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable Pool pool,
			@Valid @RequestBody Capacity request) {
		return this.desk.resize(who, id, pool, request.capacity()).flatMap(RefusedError::unless).then();
	}

	@PostMapping("/bookings/{id}/accept")
	Mono<BookingView> accept(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.desk.accept(who, id).flatMap(RefusedError::unless).map(this.mapper::view);
	}

	@PostMapping("/bookings/{id}/cancel")
	Mono<BookingView> cancel(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.desk.cancel(who, id).flatMap(RefusedError::unless).map(this.mapper::view);
	}

}
