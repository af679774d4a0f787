package org.gongyu.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import io.lettuce.core.RedisException;
import org.gongyu.activity.Pool;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Seats, for the modules that take them. A hold lives in the image; whoever confirms it
 * claims it first, writes the ledger in its own transaction and settles what the ledger
 * answered.
 */
@Component
public class SeatInventory {

	private final SeatImage image;

	private final ImageKeeper keeper;

	private final SeatRows rows;

	private final Watchers watchers;

	private final SeatHints hints;

	private final LocalRefusals refusals;

	private final Clock clock;

	private final InventoryProperties properties;

	SeatInventory(SeatImage image, ImageKeeper keeper, SeatRows rows, Watchers watchers, SeatHints hints,
			LocalRefusals refusals, Clock clock, InventoryProperties properties) {
		this.image = image;
		this.keeper = keeper;
		this.rows = rows;
		this.watchers = watchers;
		this.hints = hints;
		this.refusals = refusals;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * Holds the seats, or refuses. Idempotent by the hold's id: a repeat answers the
	 * first deadline; an id that was released, booked or abandoned is refused as expired.
	 * Redis out of reach is a fault: nothing is ever granted blindly.
	 */
	public Mono<Outcome<Granted>> hold(SeatHold hold) {
		return hold(hold, HoldKind.PARTY);
	}

	/**
	 * Holds seats for a party that has stood in the slot's line, else as
	 * {@link #hold(SeatHold)}.
	 */
	public Mono<Outcome<Granted>> holdInTurn(SeatHold hold) {
		return hold(hold, HoldKind.TURN);
	}

	/**
	 * Lets only those hold PUBLIC seats of the slot who have stood in line, for a time
	 * from now on; others are refused as {@link SeatRefusal.OthersInLine}. A loss of the
	 * image opens the gate.
	 */
	public Mono<Void> shut(UUID slot, Duration time) {
		return answered(slot, () -> this.image.shut(slot, time)).then();
	}

	/**
	 * Why a party that was not there before need not be asked for: what the image has
	 * just refused to everybody. Costs no I/O; null when only {@link #hold} can say.
	 */
	public @Nullable Refusal refusal(SeatHold hold) {
		return this.refusals.refusal(hold);
	}

	/**
	 * Takes seats in the image for somebody who needs no release, no queue and no party
	 * limit (a desk), claimed at once: the caller goes on to the ledger within the claim
	 * window, then settles or unclaims.
	 */
	public Mono<Outcome<Granted>> holdForDesk(SeatHold hold) {
		return hold(hold, HoldKind.DESK);
	}

	/**
	 * Takes seats in the image for an offer to a waiting party, claimed at once: the
	 * caller goes on to the ledger within the claim window, then settles, or gives them
	 * back.
	 */
	public Mono<Outcome<Granted>> holdForOffer(SeatHold hold) {
		return hold(hold, HoldKind.OFFER);
	}

	/**
	 * Gives back what was taken in the image for something that the ledger refused.
	 */
	public Mono<Void> giveBack(SeatHold hold) {
		return unclaim(hold).then(undo(hold)).onErrorComplete();
	}

	/**
	 * Slots that are marked as waited for, the next to begin first; at most so many.
	 */
	public Flux<UUID> queued(int most) {
		return this.rows.queued(most);
	}

	/**
	 * Keeps the slot's free seats for who waits, or opens them to everybody because they
	 * fit nobody who does. Nothing is done when the ledger has changed since the seats
	 * were counted.
	 */
	public Mono<Void> keepForQueue(Availability count, boolean kept) {
		return this.rows.setWaiting(count.slot(), kept, count.version())
			.flatMap(numbers -> settle(count.slot(), numbers));
	}

	/**
	 * Says that a confirm of the hold begins.
	 * @param deadline the hold's original deadline, from its capsule
	 */
	public Mono<Claim> claim(SeatHold hold, Instant deadline) {
		return answered(hold.slot(), () -> this.image.claim(hold, deadline)).map(reply -> claimed(hold, reply))
			.onErrorResume(RedisException.class, down -> this.clock.instant().isBefore(deadline)
					? Mono.just(new Claim.Granted(false)) : Mono.error(down));
	}

	/**
	 * Takes a claim back because the ledger refused it; never because of a time-out, and
	 * never retried.
	 */
	public Mono<Void> unclaim(SeatHold hold) {
		return changing(hold.slot(), this.image.unclaim(hold.slot(), hold.id())).onErrorComplete().then();
	}

	/**
	 * Tells the image what a transaction of the ledger left behind. Never fails: what is
	 * lost is found by the next check.
	 */
	public Mono<Void> settle(UUID slot, String numbers) {
		this.hints.changed(slot);
		return changing(slot, this.keeper.settle(slot, numbers));
	}

	/**
	 * Gives a hold back. True when this call freed its seats; a hold that is over is
	 * false; a claimed one is refused.
	 */
	public Mono<Outcome<Boolean>> release(SeatHold hold) {
		return changing(hold.slot(), this.image.release(hold.slot(), hold.id(), false)).map(reply -> reply.is("CLAIMED")
				? Outcome.refused(new SeatRefusal.HoldClaimed()) : Outcome.done(reply.is("RELEASED")));
	}

	/**
	 * Takes back a hold that its party was never told of; the same id may be held again.
	 */
	public Mono<Void> undo(SeatHold hold) {
		return changing(hold.slot(), this.image.release(hold.slot(), hold.id(), true)).then();
	}

	/**
	 * Whether the hold is finished: booked, released or abandoned. One that the image
	 * does not know is not.
	 */
	public Mono<Boolean> finished(SeatHold hold) {
		return this.image.peek(hold.slot(), hold.id()).map(reply -> reply.is("F"));
	}

	/**
	 * How many seats are left, from the image; from the ledger when Redis is out of
	 * reach. Empty for an unknown slot.
	 */
	public Mono<Availability> availability(UUID slot) {
		return this.watchers.look(slot);
	}

	/**
	 * The slot's availability now and after each change, the newest only, until the
	 * subscriber leaves.
	 */
	public Flux<Availability> changes(UUID slot) {
		return this.watchers.watch(slot);
	}

	/**
	 * Closes the slot for good: from now on nothing of it can be held or booked.
	 * Idempotent.
	 */
	public Mono<Void> close(UUID slot) {
		return this.rows.close(slot).flatMap(numbers -> settle(slot, numbers));
	}

	/**
	 * Forgets who had the seats of a party that has none any more. Counts stay.
	 */
	public Mono<Void> forget(UUID party) {
		return this.rows.forget(party);
	}

	/**
	 * Gives a pool another capacity; refused below what is promised.
	 */
	public Mono<Outcome<Boolean>> resize(UUID slot, Pool pool, int capacity) {
		// what was published a moment ago may not be in the ledger yet; a look puts it
		// there
		return this.watchers.look(slot)
			.then(Mono.defer(() -> this.rows.resize(slot, pool.name(), capacity)))
			.flatMap(numbers -> settle(slot, numbers).thenReturn(Outcome.done(true)))
			.defaultIfEmpty(Outcome.refused(new SeatRefusal.SeatsPromised()));
	}

	private Mono<Outcome<Granted>> hold(SeatHold hold, HoldKind kind) {
		return answered(hold.slot(), () -> this.image.hold(hold, kind)).map(reply -> {
			if (!reply.is("GRANTED")) {
				this.refusals.refused(hold.slot());
				return Outcome.refused(refusal(hold, reply));
			}
			this.refusals.changed(hold.slot());
			this.watchers.expect(hold.slot(), reply.time(1));
			this.hints.changed(hold.slot());
			return Outcome.done(new Granted(reply.time(0), Pool.valueOf(reply.text(2))));
		});
	}

	/**
	 * What this node has said of the slot is over before whoever changed it hears of
	 * that.
	 */
	private <T> Mono<T> changing(UUID slot, Mono<T> change) {
		return change.doOnTerminate(() -> this.refusals.changed(slot));
	}

	private static Claim claimed(SeatHold hold, Reply reply) {
		return switch (reply.code()) {
			case "CLAIMED" -> new Claim.Granted(true);
			case "FINISHED" -> new Claim.Finished();
			default -> new Claim.Refused(refusal(hold, reply));
		};
	}

	private static Refusal refusal(SeatHold hold, Reply reply) {
		return switch (reply.code()) {
			case "SOLD_OUT" -> new SeatRefusal.SoldOut(hold.pool(), hold.seats(), (int) reply.number(0));
			case "LIMIT" -> new SeatRefusal.PartyLimit((int) reply.number(0));
			case "NOT_RELEASED" -> new SeatRefusal.NotReleased(reply.time(0));
			case "WAITING" -> new SeatRefusal.OthersWait();
			case "IN_LINE" -> new SeatRefusal.OthersInLine();
			case "CLOSED" -> new SeatRefusal.SlotClosed();
			case "FINISHED", "GONE" -> new SeatRefusal.HoldExpired();
			case "NO_POOL" -> new SeatRefusal.NoSuchPool("pool");
			case "UNKNOWN" -> new SeatRefusal.NoSuchPool("slotId");
			default -> throw new IllegalStateException("The image answered " + reply.code());
		};
	}

	/**
	 * Repeats a script after the image was loaded or checked, a bounded number of times.
	 */
	private Mono<Reply> answered(UUID slot, Supplier<Mono<Reply>> script) {
		return answered(slot, script, this.properties.attempts());
	}

	private Mono<Reply> answered(UUID slot, Supplier<Mono<Reply>> script, int attempts) {
		return Mono.defer(script).flatMap(reply -> {
			if (!reply.is("MISSING") && !reply.is("CHECK")) {
				return Mono.just(reply);
			}
			if (attempts == 0) {
				return Mono.error(new RedisException("The image of slot " + slot + " cannot be kept."));
			}
			Mono<Boolean> mended = reply.is("MISSING") ? this.keeper.load(slot) : this.keeper.check(slot);
			return mended.flatMap(known -> known ? answered(slot, script, attempts - 1)
					: Mono.just(new Reply("UNKNOWN", java.util.List.of())));
		});
	}

}
