package org.gongyu.draw;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What everybody sees of a draw, a moment old at most, for a whole crowd looks at the
 * same one at once: where it stands, and the record, one fact a line, from which anybody
 * can compute it again. The record has the commitment at first, the list once it stands,
 * seed and order once it was held.
 */
@Component
class DrawRecord {

	private static final Duration MOMENT = Duration.ofSeconds(1);

	private static final int KEPT = 1000;

	private static final int TEXTS_KEPT = 20;

	private final Draws draws;

	private final DrawRows rows;

	private final AsyncCache<UUID, Outcome<Draw>> states;

	private final AsyncCache<UUID, Outcome<String>> texts;

	DrawRecord(Draws draws, DrawRows rows) {
		this.draws = draws;
		this.rows = rows;
		this.states = Caffeine.newBuilder()
			.maximumSize(KEPT)
			.expireAfterWrite(MOMENT)
			.executor(Runnable::run)
			.buildAsync();
		this.texts = Caffeine.newBuilder()
			.maximumSize(TEXTS_KEPT)
			.expireAfterWrite(MOMENT)
			.executor(Runnable::run)
			.buildAsync();
	}

	/**
	 * Where the draw stood a moment ago.
	 */
	Mono<Outcome<Draw>> state(UUID slot) {
		return Mono.fromFuture(() -> this.states.get(slot, (key, executor) -> this.draws.find(key).toFuture()), true);
	}

	/**
	 * The record as it was a moment ago.
	 */
	Mono<Outcome<String>> text(UUID slot) {
		return Mono.fromFuture(() -> this.texts.get(slot, (key, executor) -> written(key).toFuture()), true);
	}

	private Mono<Outcome<String>> written(UUID slot) {
		return this.draws.find(slot).flatMap(outcome -> outcome.then(draw -> text(draw).map(Outcome::done)));
	}

	private Mono<String> text(Draw draw) {
		StringBuilder text = new StringBuilder("gongyu-draw 1\n");
		line(text, "slot", draw.slot());
		line(text, "opens", draw.lot().opensAt());
		line(text, "closes", draw.lot().closesAt());
		line(text, "commitment", draw.commitment());
		if (!draw.frozen()) {
			return Mono.just(text.toString());
		}
		return Mono
			.zip(this.rows.tickets(draw.slot()), this.rows.drawn(draw.slot()),
					(tickets, drawn) -> list(text, draw, tickets, drawn))
			.map(StringBuilder::toString);
	}

	private static StringBuilder list(StringBuilder text, Draw draw, List<String> tickets, List<String> drawn) {
		line(text, "list", HexFormat.of().formatHex(DrawOrder.hash(tickets)));
		if (draw.seed() != null) {
			line(text, "seed", draw.seed());
			line(text, "seats", String.valueOf(draw.seats()));
		}
		tickets.forEach(ticket -> line(text, "ticket", ticket));
		drawn.forEach(ticket -> line(text, "drawn", ticket));
		return text;
	}

	private static void line(StringBuilder text, String name, Object value) {
		text.append(name).append(' ').append(value).append('\n');
	}

}
