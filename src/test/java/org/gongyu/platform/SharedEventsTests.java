package org.gongyu.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What many hear is written once.
 */
class SharedEventsTests {

	private record Count(int left) {
	}

	private final AtomicInteger written = new AtomicInteger();

	private final SharedEvents<Count> events = new SharedEvents<>(new JsonMapper(), "seats", this::told,
			count -> "r" + count.left());

	private Map<String, Integer> told(Count count) {
		this.written.incrementAndGet();
		return Map.of("left", count.left());
	}

	@Test
	void anEventIsWrittenOnceHoweverManyListen() {
		List<Count> counts = List.of(new Count(3), new Count(2), new Count(1));
		for (int listener = 0; listener < 1000; listener++) {
			ByteBuffer last = this.events.of(listener, Flux.fromIterable(counts), Runnable::run).blockLast();
			assertThat(last).isNotNull();
			assertThat(StandardCharsets.UTF_8.decode(last.duplicate()).toString())
				.isEqualTo("id:r1\nevent:seats\ndata:{\"left\":1}\n\n");
		}
		assertThat(this.written).hasValue(3);
	}

}
