package org.gongyu.inventory;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Refuses on this node what the image has just refused to everybody: a release has a
 * hundred times more parties than seats, and all but the first of them need no question
 * to Redis. What is said is at most as old as its setting, and whatever this node changes
 * of a slot ends it at once: each change counts the slot's number up, and what was asked
 * under an older number is not believed.
 */
@Component
class LocalRefusals {

	private static final long NEVER = Long.MIN_VALUE;

	/** Between two questions about a slot that changes all the time. */
	private static final long PAUSE = Duration.ofMillis(10).toNanos();

	private static final class Slot {

		private final AtomicLong changes = new AtomicLong();

		private final AtomicLong askedAt = new AtomicLong(NEVER);

		private volatile @Nullable Standing standing;

	}

	private final Cache<UUID, Slot> slots;

	private final SeatImage image;

	private final Detached detached;

	private final long longest;

	private final int holds;

	LocalRefusals(SeatImage image, Detached detached, InventoryProperties properties) {
		this.image = image;
		this.detached = detached;
		this.longest = properties.refusal().toNanos();
		this.holds = properties.refusalHolds();
		this.slots = Caffeine.newBuilder()
			.maximumSize(properties.refusalSlots())
			.expireAfterAccess(Duration.ofMinutes(1))
			.executor(Runnable::run)
			.build();
	}

	/**
	 * Why the hold is refused; null when the image has to be asked.
	 */
	@Nullable Refusal refusal(SeatHold hold) {
		Slot slot = this.slots.getIfPresent(hold.slot());
		Standing standing = (slot != null) ? slot.standing : null;
		if (slot == null || standing == null || System.nanoTime() >= standing.until()) {
			return null;
		}
		Refusal refusal = standing.refusal(hold);
		if (refusal != null) {
			askAgain(hold.slot(), slot);
		}
		return refusal;
	}

	/**
	 * The image has refused somebody: it is asked once what holds for everybody.
	 */
	void refused(UUID id) {
		askAgain(id, this.slots.get(id, key -> new Slot()));
	}

	/**
	 * In half the time that an answer is good for, so that the next one is there before
	 * it is over.
	 */
	private void askAgain(UUID id, Slot slot) {
		long now = System.nanoTime();
		long before = slot.askedAt.get();
		if ((before == NEVER || now - before >= this.longest / 2) && slot.askedAt.compareAndSet(before, now)) {
			this.detached.start("standing", ask(id, slot, slot.changes.get(), now));
		}
	}

	/**
	 * This node has changed the slot.
	 */
	void changed(UUID id) {
		Slot slot = this.slots.getIfPresent(id);
		if (slot != null) {
			slot.changes.incrementAndGet();
			slot.standing = null;
			slot.askedAt.set(System.nanoTime() - this.longest / 2 + PAUSE);
		}
	}

	private Mono<Void> ask(UUID id, Slot slot, long changes, long asked) {
		return this.image.standing(id, this.holds)
			.filter(reply -> reply.is("STANDING"))
			.doOnNext(reply -> note(slot, Standing.of(reply, asked, this.longest), changes))
			.then();
	}

	private static void note(Slot slot, Standing standing, long changes) {
		slot.standing = standing;
		if (slot.changes.get() != changes) {
			slot.standing = null;
		}
	}

}
