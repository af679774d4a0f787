package org.gongyu.booking;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

import org.gongyu.activity.Activities;
import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.Slots;
import org.gongyu.express.ExpressStream;
import org.gongyu.inventory.Availability;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.SharedEvents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The live counts of an activity's page.
 */
@RestController
class SeatFeedApi implements ExpressStream {

	private static final int WATCHED = 40;

	private final Activities activities;

	private final Slots slots;

	private final SeatInventory inventory;

	private final SharedEvents<Availability> events;

	SeatFeedApi(Activities activities, Slots slots, SeatInventory inventory, JsonMapper json) {
		this.activities = activities;
		this.slots = slots;
		this.inventory = inventory;
		this.events = new SharedEvents<>(json, "seats", Seats::of, count -> null);
	}

	/**
	 * The counts of all slots of the page, over one connection.
	 */
	@GetMapping(path = "/activities/{id}/seats", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Mono<Void> seats(@PathVariable UUID id, ServerHttpResponse response) {
		return listen(id, response).switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
			.flatMap(events -> SharedEvents.send(events, response));
	}

	@Override
	public String streamPath() {
		return "/activities/{id}/seats";
	}

	@Override
	public Mono<Flux<ByteBuffer>> listen(UUID id, ServerHttpResponse response) {
		return this.activities.published(id)
			.map(activity -> this.slots.of(id)
				.filter(slot -> slot.state() == PublicationState.PUBLISHED)
				.take(WATCHED)
				.flatMap(slot -> this.events.of(slot.id(), this.inventory.changes(slot.id()), response), WATCHED));
	}

	/**
	 * What a page is told of a slot.
	 */
	record Seats(UUID slot, List<Left> pools) {

		record Left(Pool pool, int remaining) {
		}

		static Seats of(Availability count) {
			return new Seats(count.slot(),
					List.of(new Left(Pool.PUBLIC, count.waiting() ? 0 : count.remaining(Pool.PUBLIC))));
		}

	}

}
