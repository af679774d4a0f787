package org.gongyu.inventory;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.Slots;
import org.gongyu.express.ExpressStream;
import org.gongyu.platform.RefusedError;
import org.gongyu.platform.SharedEvents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How many seats of a slot are left, once and as events.
 */
@RestController
@RequestMapping("/api/v1/slots/{id}")
class SeatApi implements ExpressStream {

	/**
	 * What everybody may know of a slot's seats: pools for closed audiences are left out.
	 */
	record SeatsLeft(UUID slot, Instant asOf, long revision, boolean waiting, List<PoolLeft> pools) {

		record PoolLeft(Pool pool, int capacity, int remaining, Instant releasedAt) {
		}

		static SeatsLeft of(Availability seats) {
			return new SeatsLeft(seats.slot(), seats.asOf(), seats.revision(), seats.waiting(),
					seats.pools()
						.stream()
						.filter(pool -> pool.pool() == Pool.PUBLIC || pool.pool() == Pool.SCHOOL)
						.map(pool -> new PoolLeft(pool.pool(), pool.capacity(), pool.remaining(), pool.releasedAt()))
						.toList());
		}

	}

	private final SeatInventory inventory;

	private final Slots slots;

	private final SharedEvents<Availability> events;

	SeatApi(SeatInventory inventory, Slots slots, JsonMapper json) {
		this.inventory = inventory;
		this.slots = slots;
		this.events = new SharedEvents<>(json, "seats", SeatsLeft::of, seats -> String.valueOf(seats.revision()));
	}

	@GetMapping("/availability")
	Mono<SeatsLeft> availability(@PathVariable UUID id) {
		return this.inventory.availability(id)
			.map(SeatsLeft::of)
			.switchIfEmpty(Mono.error(() -> RefusedError.of(new SeatRefusal.NoSuchPool("id"))));
	}

	/**
	 * The counts now and after each change; an event's id is the slot's revision.
	 */
	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@ApiResponse(responseCode = "200", description = "seats: the counts, as in /availability",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(implementation = SeatsLeft.class)))
	Mono<Void> events(@PathVariable UUID id, ServerHttpResponse response) {
		return listen(id, response).switchIfEmpty(Mono.error(() -> RefusedError.of(new SeatRefusal.NoSuchPool("id"))))
			.flatMap(events -> SharedEvents.send(events, response));
	}

	@Override
	public String streamPath() {
		return "/api/v1/slots/{id}/events";
	}

	@Override
	public Mono<Flux<ByteBuffer>> listen(UUID id, ServerHttpResponse response) {
		return this.slots.offer(id)
			.filter(offer -> offer.slot().state() != PublicationState.DRAFT)
			.map(offer -> this.events.of(id, this.inventory.changes(id), response));
	}

}
