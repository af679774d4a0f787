package org.gongyu.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.gongyu.platform.Cursor;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Page;
import org.gongyu.platform.RefusedError;
import org.gongyu.venue.VenueKind;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The search over published slots.
 */
@RestController
@RequestMapping("/api/v1/slots")
class SlotApi {

	/**
	 * The filters of {@link SlotQuery} as a request gives them.
	 */
	record Filters(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to, @Nullable String region,
			@Nullable VenueKind kind, @Nullable Category category, @Nullable FamilyCategory family,
			@Nullable Integer age, @Nullable Pool audience, @Nullable Boolean free, @Nullable Boolean accessible,
			@Nullable Boolean indoor, @Nullable String near, @Nullable Integer within, @Nullable Integer seats,
			@Nullable String q, @Nullable String cursor, @Nullable Integer size) {

		private static final int LONGEST_WORDS = 60;

		SlotQuery query(Instant now, HubProperties hub) {
			if (this.q != null && this.q.length() > LONGEST_WORDS) {
				throw new InvalidInput("q", "tooLong", LONGEST_WORDS);
			}
			Instant start = (this.from != null) ? this.from.toInstant() : now;
			return new SlotQuery(start, (this.to != null) ? this.to.toInstant() : null, blankless(this.region),
					this.kind, this.category, this.family, this.age, this.age, this.audience, this.free,
					this.accessible, this.indoor, Near.of(this.near, this.within), this.seats, blankless(this.q),
					Cursor.decode(this.cursor), hub.pageSize(this.size));
		}

		private static @Nullable String blankless(@Nullable String text) {
			return (text == null || text.isBlank()) ? null : text.strip();
		}

	}

	private final Slots slots;

	private final Clock clock;

	private final HubProperties hub;

	SlotApi(Slots slots, Clock clock, HubProperties hub) {
		this.slots = slots;
		this.clock = clock;
		this.hub = hub;
	}

	@GetMapping
	Mono<Page<SlotCard>> find(@ParameterObject Filters filters) {
		return Mono.defer(() -> this.slots.find(filters.query(this.clock.instant(), this.hub)));
	}

	@GetMapping("/{id}")
	Mono<SlotOffer> one(@PathVariable UUID id) {
		return this.slots.offer(id)
			.filter(offer -> offer.slot().state() != PublicationState.DRAFT)
			.map(offer -> new SlotOffer(offer.slot().shown(), offer.activity(), offer.venue()))
			.switchIfEmpty(Mono.error(() -> RefusedError.of(ActivityRefusal.NO_SUCH_SLOT)));
	}

}
