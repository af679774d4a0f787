package org.gongyu.booking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.account.Accounts;
import org.gongyu.account.Contact;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.Slot;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.inventory.SeatHold;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.inventory.SeatRefusal;
import org.gongyu.platform.Detached;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What a venue's staff do with bookings: see the day's slots, book for somebody on the
 * phone, agree to requests, cancel.
 */
@Component
class Desk {

	/**
	 * A booking for somebody who called or stands at the desk.
	 */
	record DeskRequest(@NotBlank @Size(max = 40) String name, @NotBlank @Size(max = 30) String phone,
			@NotNull @Min(1) @Max(500) Integer seats) {
	}

	private final BookingRows rows;

	private final Bookings bookings;

	private final Confirms confirms;

	private final Accounts accounts;

	private final Audit audit;

	private final SeatInventory inventory;

	private final Slots slots;

	private final Detached detached;

	private final RandomSource random;

	private final Clock clock;

	private final ZoneId zone;

	private final Signer signer;

	private final BookingProperties properties;

	Desk(BookingRows rows, Bookings bookings, Confirms confirms, Accounts accounts, Audit audit,
			SeatInventory inventory, Slots slots, Detached detached, RandomSource random, Clock clock,
			HubProperties hub, BookingProperties properties) {
		this.rows = rows;
		this.bookings = bookings;
		this.confirms = confirms;
		this.accounts = accounts;
		this.audit = audit;
		this.inventory = inventory;
		this.slots = slots;
		this.detached = detached;
		this.random = random;
		this.clock = clock;
		this.zone = hub.zone();
		this.signer = hub.signer("desk");
		this.properties = properties;
	}

	/**
	 * The slots of the organization on the days from today on.
	 */
	Flux<SlotOffer> slots(SignedIn who, int days) {
		Instant from = LocalDate.now(this.clock.withZone(this.zone)).atStartOfDay(this.zone).toInstant();
		return this.slots.ofOrganization(Objects.requireNonNull(who.organization()), from,
				from.plus(Duration.ofDays(days)));
	}

	/**
	 * A slot of the organization.
	 */
	Mono<Outcome<SlotOffer>> slot(SignedIn who, UUID id) {
		return this.slots.current(id)
			.filter(offer -> who.guards(offer.venue().organization()))
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(new SeatRefusal.NoSuchPool("slotId")));
	}

	/**
	 * The bookings of a slot, in the order in which they were made.
	 */
	Mono<List<Booking>> bookings(UUID slot) {
		return this.rows.ofSlot(slot, this.properties.listed()).collectList();
	}

	/**
	 * The families of a withdrawn slot, by account: its staff must be able to phone them.
	 * Nobody of a slot that takes place, and nobody who had cancelled by themselves.
	 */
	Mono<Map<UUID, Contact>> toPhone(SignedIn who, SlotOffer offer) {
		if (offer.slot().state() != PublicationState.CANCELLED || !who.manages(offer.venue().organization())) {
			return Mono.just(Map.of());
		}
		return this.rows.ofSlot(offer.slot().id(), this.properties.listed())
			.filter(booking -> booking.household() != null && booking.lostItsSlot())
			.map(Booking::account)
			.distinct()
			.collectList()
			.flatMap(families -> families.isEmpty() ? Mono.just(Map.<UUID, Contact>of())
					: this.audit.seen(who.actor(), AuditAction.PHONE_LIST_SEEN, offer.slot().id())
						.then(this.accounts.contacts(families)));
	}

	/**
	 * Books for somebody else, out of the DESK pool where the slot has one, else PUBLIC.
	 * Seats are taken in the image first, so that no family is promised the same ones.
	 * The same key and request always mean the same booking.
	 */
	Mono<Outcome<Booking>> book(SignedIn who, UUID slot, String key, DeskRequest request) {
		UUID id = hold(who, slot, key, request);
		return slot(who, slot)
			.flatMap(outcome -> outcome.then(offer -> this.detached.run(book(who, offer, id, request))));
	}

	private UUID hold(SignedIn who, UUID slot, String key, DeskRequest request) {
		byte[] named = (who.account() + "|" + slot + "|" + key + "|" + request).getBytes(StandardCharsets.UTF_8);
		ByteBuffer token = ByteBuffer.wrap(this.signer.sign(named, 16));
		return new UUID(token.getLong(), token.getLong());
	}

	/**
	 * Gives a pool of a published slot another capacity. Refused below what is promised;
	 * a pool that lapsed has none any more.
	 */
	Mono<Outcome<Boolean>> resize(SignedIn who, UUID slot, Pool pool, int capacity) {
		return slot(who, slot).flatMap(outcome -> outcome.then(offer -> {
			if (!offer.slot().has(pool) || offer.slot().state() != PublicationState.PUBLISHED) {
				return Mono.just(Outcome.refused(new SeatRefusal.NoSuchPool("pool")));
			}
			return this.detached.run(this.inventory.resize(slot, pool, capacity)
				.flatMap(resized -> resized
					.then(done -> this.slots.noteCapacity(slot, pool, capacity).thenReturn(Outcome.done(done)))));
		}));
	}

	/**
	 * Cancels a booking for the venue.
	 */
	Mono<Outcome<Booking>> cancel(SignedIn who, UUID booking) {
		return managed(who, booking)
			.flatMap(outcome -> outcome.then(found -> this.bookings.cancelByVenue(found).map(Outcome::done)));
	}

	/**
	 * Agrees to a requested booking.
	 */
	Mono<Outcome<Booking>> accept(SignedIn who, UUID booking) {
		return managed(who, booking)
			.flatMap(outcome -> outcome.then(found -> this.bookings.accept(found).map(Outcome::done)));
	}

	private Mono<Outcome<Booking>> book(SignedIn who, SlotOffer offer, UUID id, DeskRequest request) {
		SeatHold hold = new SeatHold(id, offer.slot().id(), pool(offer.slot()), id, request.seats());
		return this.rows.ofHold(id)
			.map(Outcome::done)
			.switchIfEmpty(Mono.defer(() -> this.inventory.holdForDesk(hold)
				.flatMap(outcome -> outcome
					.then(deadline -> this.confirms.book(offer, confirmation(who, hold, request))))));
	}

	private Confirmation confirmation(SignedIn who, SeatHold hold, DeskRequest request) {
		return new Confirmation(this.random.id(), hold, who.account(), null, request.seats(), List.of(),
				Booking.State.CONFIRMED, true, true, request.name().strip(), request.phone().strip(), "");
	}

	private static Pool pool(Slot slot) {
		return slot.has(Pool.DESK) ? Pool.DESK : Pool.PUBLIC;
	}

	private Mono<Outcome<Booking>> managed(SignedIn who, @Nullable UUID booking) {
		return this.rows.find(Objects.requireNonNull(booking))
			.filter(found -> who.manages(found.organization()))
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(new BookingRefusal.NoSuchBooking()));
	}

}
