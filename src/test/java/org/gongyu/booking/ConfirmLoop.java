package org.gongyu.booking;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

import org.gongyu.activity.Pool;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.inventory.SeatHold;
import org.gongyu.platform.RandomSource;
import reactor.core.publisher.Flux;

import org.springframework.context.ApplicationContext;

/**
 * Confirms without HTTP: the batcher, the database and the image, and nothing else.
 */
public final class ConfirmLoop {

	private final ConfirmBatches batches;

	private final RandomSource random;

	private final SlotOffer offer;

	/** Ids of holds need not be secret here, only cheap. */
	private final SplittableRandom ids = new SplittableRandom();

	private ConfirmLoop(ApplicationContext hub, SlotOffer offer) {
		this.batches = hub.getBean(ConfirmBatches.class);
		this.random = hub.getBean(RandomSource.class);
		this.offer = offer;
	}

	/**
	 * Books seats of one slot for so long, each for another household, so many confirms
	 * at a time.
	 * @return how many were confirmed in which time, as {@code count nanoseconds}
	 */
	public static String run(ApplicationContext hub, UUID slot, Duration time, int atOnce) {
		SlotOffer offer = Objects.requireNonNull(hub.getBean(Slots.class).current(slot).block());
		return new ConfirmLoop(hub, offer).run(time, atOnce);
	}

	private String run(Duration time, int atOnce) {
		long start = System.nanoTime();
		long end = start + time.toNanos();
		long confirmed = Flux.<Confirmation>generate(next -> {
			if (System.nanoTime() < end) {
				next.next(confirmation());
			}
			else {
				next.complete();
			}
		})
			.flatMap(each -> this.batches.confirm(this.offer, each), atOnce)
			.filter(outcome -> outcome.fold(verdict -> verdict.code() == Verdict.Code.OK, refusal -> false))
			.count()
			.block();
		return confirmed + " " + (System.nanoTime() - start);
	}

	private Confirmation confirmation() {
		UUID household = id();
		SeatHold hold = new SeatHold(id(), this.offer.slot().id(), Pool.PUBLIC, household, 1);
		return new Confirmation(this.random.id(), hold, household, household, 1, List.of(), Booking.State.CONFIRMED,
				false, false, null, null, "");
	}

	private UUID id() {
		return new UUID(this.ids.nextLong(), this.ids.nextLong());
	}

}
