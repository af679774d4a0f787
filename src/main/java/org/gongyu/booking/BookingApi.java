package org.gongyu.booking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.express.ExpressRoute;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Page;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A household's bookings over the API.
 */
@RestController
@RequestMapping("/api/v1/bookings")
class BookingApi implements ExpressRoute<ConfirmRequest, BookingView> {

	record Move(@NotNull UUID slot) {
	}

	/**
	 * Who is to come with a booking.
	 */
	record PartyRequest(@Nullable @Min(0) @Max(500) Integer adults,
			@Nullable @Size(max = 30) List<@NotNull UUID> children, @Nullable @Min(0) @Max(500) Integer guests) {

		Party party() {
			return new Party((this.adults != null) ? this.adults : 0,
					(this.children != null) ? this.children : List.of(), (this.guests != null) ? this.guests : 0);
		}

	}

	/**
	 * An answer for each question, by its key.
	 */
	record AnswersRequest(@NotNull @Size(max = 20) Map<String, @NotNull @Size(max = 500) String> answers) {
	}

	private final Bookings bookings;

	private final Confirms confirms;

	private final Moves moves;

	private final PartyChanges changes;

	private final AnswerChanges answers;

	private final BookingMapper mapper;

	private final HubProperties hub;

	BookingApi(Bookings bookings, Confirms confirms, Moves moves, PartyChanges changes, AnswerChanges answers,
			BookingMapper mapper, HubProperties hub) {
		this.bookings = bookings;
		this.confirms = confirms;
		this.moves = moves;
		this.changes = changes;
		this.answers = answers;
		this.mapper = mapper;
		this.hub = hub;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<BookingView> confirm(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody ConfirmRequest request) {
		return answer(who, null, request).flatMap(RefusedError::unless);
	}

	@Override
	public String path() {
		return "/api/v1/bookings";
	}

	@Override
	public Class<ConfirmRequest> body() {
		return ConfirmRequest.class;
	}

	/**
	 * The hold is the confirm's key: a second one is not needed.
	 */
	@Override
	public Mono<Outcome<BookingView>> answer(SignedIn who, @Nullable String key, ConfirmRequest request) {
		return this.confirms.confirm(who, request).map(outcome -> outcome.map(this.mapper::view));
	}

	@GetMapping
	Mono<Page<BookingView>> list(@AuthenticationPrincipal SignedIn who,
			@RequestParam(required = false) @Nullable OffsetDateTime from,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer size) {
		Instant start = (from != null) ? from.toInstant() : Instant.EPOCH;
		return Mono.defer(() -> this.bookings.of(who, start, Cursor.decode(cursor), this.hub.pageSize(size)))
			.map(page -> page.map(this.mapper::view));
	}

	/**
	 * Changes who comes; the same party again changes nothing.
	 */
	@PutMapping("/{id}/party")
	Mono<BookingView> change(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody PartyRequest request) {
		return this.changes.change(who, id, request.party()).flatMap(RefusedError::unless).map(this.mapper::view);
	}

	/**
	 * Answers the venue's questions, in the place of what was answered before.
	 */
	@PutMapping("/{id}/answers")
	Mono<BookingView> answer(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody AnswersRequest request) {
		return this.answers.change(who, id, request.answers()).flatMap(RefusedError::unless).map(this.mapper::view);
	}

	@GetMapping("/{id}")
	Mono<BookingView> one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.bookings.find(who, id).flatMap(RefusedError::unless).map(this.mapper::view);
	}

	/**
	 * Moves a booking to another slot of its activity: the answer is the booking that
	 * stands now, and stands for a repeat, too.
	 */
	@PostMapping("/{id}/move")
	Mono<BookingView> move(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody Move request) {
		return this.moves.move(who, id, request.slot()).flatMap(RefusedError::unless).map(this.mapper::view);
	}

	@PostMapping("/{id}/cancel")
	Mono<BookingView> cancel(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.bookings.cancel(who, id).flatMap(RefusedError::unless).map(this.mapper::view);
	}

}
