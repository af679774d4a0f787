package org.gongyu.inventory;

import org.gongyu.activity.SlotPublished;
import org.gongyu.activity.Slots;
import org.gongyu.platform.FactHandler;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A published slot gets its rows in the ledger. A hold that comes earlier has them
 * written, too.
 */
@Component
class OpenPublishedSlot implements FactHandler<SlotPublished> {

	private final Slots slots;

	private final SeatRows rows;

	private final SeatHints hints;

	OpenPublishedSlot(Slots slots, SeatRows rows, SeatHints hints) {
		this.slots = slots;
		this.rows = rows;
		this.hints = hints;
	}

	@Override
	public String name() {
		return "inventory.open-published-slot";
	}

	@Override
	public Class<SlotPublished> type() {
		return SlotPublished.class;
	}

	@Override
	public Mono<Void> on(SlotPublished fact) {
		return this.slots.published(fact.slot())
			.flatMap(this.rows::open)
			.doOnSuccess(opened -> this.hints.changed(fact.slot()));
	}

}
