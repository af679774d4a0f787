package org.gongyu.draw;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What is published of a draw, one fact a line, so that anybody can compute it again: the
 * commitment at first, the list and its hash once it stands, seed and order once it was
 * held.
 */
@Component
class DrawRecord {

	private final Draws draws;

	private final DrawRows rows;

	DrawRecord(Draws draws, DrawRows rows) {
		this.draws = draws;
		this.rows = rows;
	}

	Mono<Outcome<String>> of(UUID slot) {
		return this.draws.find(slot).flatMap(outcome -> outcome.then(draw -> text(draw).map(Outcome::done)));
	}

	private Mono<String> text(Draw draw) {
		StringBuilder text = new StringBuilder("gongyu-draw 1\n");
		line(text, "slot", draw.slot());
		line(text, "opens", draw.opensAt());
		line(text, "closes", draw.closesAt());
		line(text, "commitment", draw.commitment());
		if (!draw.frozen()) {
			return Mono.just(text.toString());
		}
		return Mono
			.zip(this.rows.entries(draw.slot()).collectList(), this.rows.order(draw.slot()).collectList(),
					(entries, order) -> list(text, draw, entries, order))
			.map(StringBuilder::toString);
	}

	private static StringBuilder list(StringBuilder text, Draw draw, List<Entry> entries, List<String> order) {
		line(text, "list", HexFormat.of().formatHex(Lots.hash(entries)));
		if (draw.seed() != null) {
			line(text, "seed", draw.seed());
			line(text, "seats", String.valueOf(draw.seats()));
		}
		entries.forEach(entry -> text.append("entry ").append(entry.line()));
		order.forEach(ticket -> line(text, "drawn", ticket));
		return text;
	}

	private static void line(StringBuilder text, String name, Object value) {
		text.append(name).append(' ').append(value).append('\n');
	}

}
