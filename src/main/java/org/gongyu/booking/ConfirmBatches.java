package org.gongyu.booking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.r2dbc.postgresql.api.PostgresqlException;
import org.gongyu.activity.SlotOffer;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.platform.Detached;
import org.gongyu.platform.Outbox;
import org.gongyu.platform.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Confirms the holds of one slot in batches: while one batch is in the database the next
 * one collects, with no waiting time, so a batch is as large as the slot is hot. Equal
 * holds are merged. A batch runs to its end whoever still waits.
 */
@Component
class ConfirmBatches {

	/**
	 * Everybody who asked for one hold.
	 */
	private record Waiting(Confirmation confirmation, Sinks.One<Outcome<Verdict>> answer) {
	}

	private static final class Lane {

		private final Map<UUID, Waiting> collecting = new LinkedHashMap<>();

		private boolean running;

	}

	private static final String DEADLOCK = "40P01";

	/** The classes of SQL states that say that a value cannot be stored. */
	private static final Set<String> BAD_VALUES = Set.of("22", "23");

	private final ConfirmRows rows;

	private final SeatInventory inventory;

	private final Outbox outbox;

	private final Detached detached;

	private final BookingProperties properties;

	private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();

	ConfirmBatches(ConfirmRows rows, SeatInventory inventory, Outbox outbox, Detached detached,
			BookingProperties properties) {
		this.rows = rows;
		this.inventory = inventory;
		this.outbox = outbox;
		this.detached = detached;
		this.properties = properties;
	}

	/**
	 * The ledger's verdict on a confirm; refused when too many wait already.
	 */
	Mono<Outcome<Verdict>> confirm(SlotOffer offer, Confirmation confirmation) {
		return Mono.defer(() -> {
			UUID slot = offer.slot().id();
			Mono<Outcome<Verdict>> answer = enqueue(slot, confirmation);
			List<Waiting> batch = next(slot, false);
			if (!batch.isEmpty()) {
				this.detached.start("confirm", run(offer, batch));
			}
			return answer;
		});
	}

	private Mono<Outcome<Verdict>> enqueue(UUID slot, Confirmation confirmation) {
		Object[] answer = new Object[1];
		this.lanes.compute(slot, (key, known) -> {
			Lane lane = (known != null) ? known : new Lane();
			Waiting waiting = lane.collecting.get(confirmation.hold().id());
			if (waiting == null && lane.collecting.size() < this.properties.queue()) {
				waiting = new Waiting(confirmation, Sinks.one());
				lane.collecting.put(confirmation.hold().id(), waiting);
			}
			answer[0] = waiting;
			return lane;
		});
		return (answer[0] instanceof Waiting waiting) ? waiting.answer().asMono()
				: Mono.just(Outcome.refused(new BookingRefusal.Crowded()));
	}

	/**
	 * The next batch of the slot; empty when one is in the database or nobody waits.
	 */
	private List<Waiting> next(UUID slot, boolean finished) {
		List<Waiting> batch = new ArrayList<>();
		this.lanes.computeIfPresent(slot, (key, lane) -> {
			if (lane.running && !finished) {
				return lane;
			}
			var entries = lane.collecting.values().iterator();
			while (entries.hasNext() && batch.size() < this.properties.batch()) {
				batch.add(entries.next());
				entries.remove();
			}
			lane.running = !batch.isEmpty();
			return lane.running ? lane : null;
		});
		return batch;
	}

	private Mono<Void> run(SlotOffer offer, List<Waiting> batch) {
		return write(offer, batch).onErrorResume(error -> fail(batch, error)).then(Mono.defer(() -> {
			List<Waiting> following = next(offer.slot().id(), true);
			return following.isEmpty() ? Mono.empty() : run(offer, following);
		}));
	}

	private Mono<Void> write(SlotOffer offer, List<Waiting> batch) {
		List<Confirmation> confirmations = batch.stream().map(Waiting::confirmation).toList();
		return this.rows.confirm(offer, confirmations)
			.onErrorResume(ConfirmBatches::isDeadlock, deadlock -> this.rows.confirm(offer, confirmations))
			.flatMap(result -> answer(offer, batch, result))
			.onErrorResume(error -> batch.size() > 1 && (isDeadlock(error) || isBadValue(error)),
					error -> oneByOne(offer, batch));
	}

	/**
	 * Nobody suffers from what another one of the batch has sent.
	 */
	private Mono<Void> oneByOne(SlotOffer offer, List<Waiting> batch) {
		return Flux.fromIterable(batch)
			.map(List::of)
			.concatMap(each -> write(offer, each).onErrorResume(error -> fail(each, error)))
			.then();
	}

	/**
	 * The transaction is committed: everybody is told, then the image. What the ledger
	 * refused is unclaimed first.
	 */
	private Mono<Void> answer(SlotOffer offer, List<Waiting> batch, ConfirmRows.Result result) {
		List<Waiting> refused = new ArrayList<>();
		for (int i = 0; i < batch.size(); i++) {
			Verdict verdict = result.verdicts().get(i);
			if (verdict.refuses() && batch.get(i).confirmation().marked()) {
				refused.add(batch.get(i));
			}
			batch.get(i).answer().tryEmitValue(Outcome.done(verdict));
		}
		this.outbox.nudge();
		Mono<Void> settled = (result.numbers() == null) ? Mono.empty()
				: this.inventory.settle(offer.slot().id(), result.numbers());
		return Flux.fromIterable(refused).concatMap(each -> takeBack(each.confirmation())).then(settled);
	}

	/**
	 * A family may try again until its deadline; a desk has its answer, and its seats are
	 * free at once.
	 */
	private Mono<Void> takeBack(Confirmation refused) {
		return refused.desk() ? this.inventory.giveBack(refused.hold()) : this.inventory.unclaim(refused.hold());
	}

	private static Mono<Void> fail(List<Waiting> batch, Throwable error) {
		batch.forEach(each -> each.answer().tryEmitError(error));
		return Mono.empty();
	}

	private static boolean isDeadlock(Throwable error) {
		return state(error).equals(DEADLOCK);
	}

	private static boolean isBadValue(Throwable error) {
		String state = state(error);
		return state.length() > 2 && BAD_VALUES.contains(state.substring(0, 2));
	}

	private static String state(Throwable error) {
		return (error instanceof DataAccessException && error.getCause() instanceof PostgresqlException cause)
				? cause.getErrorDetails().getCode() : "";
	}

}
