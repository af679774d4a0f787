package org.gongyu.waitlist;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import org.gongyu.activity.Slots;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.Detached;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Outbox;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Offers of seats to waiting parties: taken, passed or left to lapse. Whoever has an
 * offer's link may answer it; the link is signed, and nothing of it is stored.
 */
@Component
public class SeatOffers {

	private static final int SIGNATURE = 16;

	private final SeatOfferRows rows;

	private final WaitlistRows parties;

	private final Serving serving;

	private final Slots slots;

	private final SeatInventory inventory;

	private final Outbox outbox;

	private final Detached detached;

	private final RandomSource random;

	private final Clock clock;

	private final Signer signer;

	SeatOffers(SeatOfferRows rows, WaitlistRows parties, Serving serving, Slots slots, SeatInventory inventory,
			Outbox outbox, Detached detached, RandomSource random, Clock clock, HubProperties hub) {
		this.rows = rows;
		this.parties = parties;
		this.serving = serving;
		this.slots = slots;
		this.inventory = inventory;
		this.outbox = outbox;
		this.detached = detached;
		this.random = random;
		this.clock = clock;
		this.signer = hub.signer("seat-offer");
	}

	/**
	 * An offer, for messages; empty when its party is gone.
	 */
	public Mono<Offered> offered(UUID id) {
		return this.rows.find(id)
			.flatMap(offer -> this.parties.find(offer.waiting())
				.map(party -> new Offered(id, offer.slot(), party.account(), party.household(), offer.seats(),
						offer.until(), path(id))));
	}

	/**
	 * Serves who waits for a slot, without having anybody wait for it.
	 */
	public void serve(UUID slot) {
		this.serving.soon(slot);
	}

	/**
	 * The path of the page on which an offer is answered.
	 */
	String path(UUID offer) {
		byte[] id = bytes(offer);
		byte[] sealed = ByteBuffer.allocate(16 + SIGNATURE).put(id).put(this.signer.sign(id, SIGNATURE)).array();
		return "/offers/" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
	}

	/**
	 * The offer of a link. Refused when the link is none of ours.
	 */
	Mono<Outcome<SeatOffer>> find(String token) {
		byte[] sealed = decoded(token);
		byte[] id = Arrays.copyOf(sealed, Math.min(16, sealed.length));
		if (sealed.length != 16 + SIGNATURE
				|| !this.signer.verifies(id, Arrays.copyOfRange(sealed, 16, sealed.length))) {
			return Mono.just(Outcome.refused(WaitlistRefusal.NO_SUCH_OFFER));
		}
		ByteBuffer read = ByteBuffer.wrap(id);
		return this.rows.find(new UUID(read.getLong(), read.getLong()))
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(WaitlistRefusal.NO_SUCH_OFFER));
	}

	/**
	 * Takes the seats. Answers the booking; a repeat answers the same one. Refused when
	 * the offer is over or a child is elsewhere by now; then its seats stay kept.
	 */
	Mono<Outcome<UUID>> accept(String token) {
		return find(token).flatMap(outcome -> outcome.then(offer -> this.detached.run(accept(offer))));
	}

	private Mono<Outcome<UUID>> accept(SeatOffer offer) {
		return this.slots.current(offer.slot())
			.flatMap(slot -> this.rows.accept(offer.id(), this.random.id(), slot))
			.flatMap(result -> settled(offer, result.numbers()).thenReturn(outcome(result)));
	}

	private static Outcome<UUID> outcome(SeatOfferRows.Result result) {
		if (result.booking() != null) {
			return Outcome.done(result.booking());
		}
		return Outcome.refused(switch (result.verdict()) {
			case "CLOSED" -> WaitlistRefusal.OFFER_CLOSED;
			case "CHILD_ELSEWHERE" -> WaitlistRefusal.OFFER_CHILD_ELSEWHERE;
			default -> WaitlistRefusal.OFFER_OVER;
		});
	}

	/**
	 * Passes: the seats go to who is next, and the party waits no longer. One that is
	 * over stays as it is.
	 */
	Mono<Outcome<SeatOffer>> pass(String token) {
		return find(token).flatMap(outcome -> outcome
			.then(offer -> this.detached.run(end(offer, SeatOffer.State.PASSED)).thenReturn(Outcome.done(offer))));
	}

	/**
	 * Passes the open offer of a party, if it has one.
	 */
	Mono<Void> passOf(UUID waiting) {
		return this.rows.open(waiting).flatMap(offer -> end(offer, SeatOffer.State.PASSED));
	}

	/**
	 * Ends the offers whose time is over. Answers how many.
	 */
	Mono<Long> lapse(int most) {
		return this.rows.lapsing(this.clock.instant(), most)
			.collectList()
			.flatMapIterable(due -> due)
			.concatMap(offer -> end(offer, SeatOffer.State.LAPSED).thenReturn(offer))
			.count();
	}

	private Mono<Void> end(SeatOffer offer, SeatOffer.State to) {
		return this.rows.end(offer.id(), to)
			.flatMap(numbers -> settled(offer, numbers))
			.doOnSuccess(done -> this.serving.soon(offer.slot()));
	}

	private Mono<Void> settled(SeatOffer offer, @Nullable String numbers) {
		if (numbers == null) {
			return Mono.empty();
		}
		this.outbox.nudge();
		return this.inventory.settle(offer.slot(), numbers);
	}

	private static byte[] decoded(String token) {
		try {
			return Base64.getUrlDecoder().decode(token);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
