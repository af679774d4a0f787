package org.gongyu.draw;

import org.gongyu.activity.SlotPublished;
import org.gongyu.platform.FactHandler;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A published slot whose seats are drawn shows its commitment from then on.
 */
@Component
class OpenDraw implements FactHandler<SlotPublished> {

	private final Draws draws;

	OpenDraw(Draws draws) {
		this.draws = draws;
	}

	@Override
	public String name() {
		return "draw.open-draw";
	}

	@Override
	public Class<SlotPublished> type() {
		return SlotPublished.class;
	}

	@Override
	public Mono<Void> on(SlotPublished fact) {
		return this.draws.open(fact.slot());
	}

}
