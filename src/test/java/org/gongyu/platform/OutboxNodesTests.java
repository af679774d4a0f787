package org.gongyu.platform;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.gongyu.Hub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes on one database share the deliveries: none is under way twice at once.
 */
class OutboxNodesTests {

	private static final Listener LISTENER = new Listener("test.both");

	static Hub one;

	static Hub other;

	@BeforeAll
	static void start() {
		String database = Hub.newDatabase();
		one = Hub.with(List.of(Listeners.class), database, "gongyu.outbox.lease=1s", "gongyu.outbox.batch=3");
		other = Hub.with(List.of(Listeners.class), database, "gongyu.outbox.lease=1s", "gongyu.outbox.batch=3");
	}

	@AfterAll
	static void stop() {
		one.close();
		other.close();
	}

	@Test
	void eachFactIsHandledOnceAndInOrder() {
		LISTENER.work = fact -> Mono.delay(Duration.ofMillis(20)).then();
		List<String> keys = List.of("a", "b", "c", "d", "e", "f");
		for (int number = 0; number < 10; number++) {
			for (String key : keys) {
				one.bean(Outbox.class).append(new Told(key, number)).block();
			}
			one.bean(Outbox.class).nudge();
			other.bean(Outbox.class).nudge();
		}
		await().until(() -> keys.stream().allMatch(key -> LISTENER.doneOf(key).size() >= 10));
		for (String key : keys) {
			assertThat(LISTENER.doneOf(key))
				.isEqualTo(IntStream.range(0, 10).mapToObj(number -> key + number).toList());
		}
		assertThat(LISTENER.told.stream().filter(what -> !what.startsWith("slow"))).hasSize(60);
		assertThat(LISTENER.twiceAtOnce).isEmpty();
	}

	@Test
	void aHandlerThatOutlivesItsLeaseIsNotJoinedByAnother() {
		LISTENER.work = fact -> (LISTENER.timesTold("slow1") == 1) ? Mono.delay(Duration.ofSeconds(2)).then()
				: Mono.empty();
		one.bean(Outbox.class).append(new Told("slow", 1)).block();
		await().atMost(Duration.ofSeconds(15)).until(() -> LISTENER.done.contains("slow1"));
		assertThat(LISTENER.twiceAtOnce).isEmpty();
	}

	/**
	 * The listener as a bean of both nodes.
	 */
	static final class Listeners {

		@Bean
		FactHandler<Told> both() {
			return LISTENER;
		}

	}

}
