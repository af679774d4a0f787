package org.gongyu.platform;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.gongyu.Hub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Facts reach each handler in the order of their key, and whoever fails holds up nothing
 * but its own key.
 */
class OutboxTests {

	private static final Listener FIRST = new Listener("test.first");

	private static final Listener SECOND = new Listener("test.second");

	static Hub hub;

	@BeforeAll
	static void start() {
		hub = Hub.with(List.of(Listeners.class), Hub.newDatabase(), "gongyu.outbox.attempts=2",
				"gongyu.outbox.lease=2s");
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@BeforeEach
	void listen() {
		FIRST.work = fact -> Mono.empty();
		SECOND.work = fact -> Mono.empty();
	}

	@Test
	void aFailedFactIsToldAgainBeforeTheNextOfItsKey() {
		FIRST.work = fact -> (fact.toString().equals("a1") && FIRST.timesTold("a1") == 1)
				? Mono.error(new IllegalStateException("first try")) : Mono.empty();
		tell("a", 1, 2, 3);
		tell("b", 1, 2);
		await().atMost(Duration.ofMillis(1500)).until(() -> FIRST.doneOf("b").equals(List.of("b1", "b2")));
		assertThat(FIRST.doneOf("a")).isEmpty();
		await().until(() -> attempts("a").equals("1,0,0"));
		assertThat(SECOND.doneOf("a")).isEqualTo(List.of("a1", "a2", "a3"));
		await().until(() -> FIRST.doneOf("a").size() == 3);
		assertThat(FIRST.doneOf("a")).isEqualTo(List.of("a1", "a2", "a3"));
		assertThat(FIRST.timesTold("a1")).isEqualTo(2);
		assertThat(SECOND.timesTold("a1")).isEqualTo(1);
	}

	@Test
	void whatKeepsFailingIsGivenUpAndCanBeRevived() {
		FIRST.work = fact -> fact.toString().equals("c1") ? Mono.error(new IllegalStateException("never"))
				: Mono.empty();
		tell("c", 1, 2);
		await().until(() -> FIRST.doneOf("c").equals(List.of("c2")));
		assertThat(FIRST.timesTold("c1")).isEqualTo(2);
		OutboxRows rows = hub.bean(OutboxRows.class);
		OutboxRows.DeadLetter letter = Objects.requireNonNull(rows.deadLetters(10).blockFirst());
		assertThat(letter).returns("test.first", OutboxRows.DeadLetter::handler)
			.returns("Told", OutboxRows.DeadLetter::type)
			.returns("c", OutboxRows.DeadLetter::key)
			.returns(2, OutboxRows.DeadLetter::attempts);
		assertThat(letter.error()).contains("never");
		FIRST.work = fact -> Mono.empty();
		assertThat(rows.revive(letter.id(), letter.handler()).block()).isOne();
		await().until(() -> FIRST.doneOf("c").equals(List.of("c2", "c1")));
		assertThat(rows.deadLetters(10).collectList().block()).isEmpty();
		assertThat(rows.revive(letter.id(), letter.handler()).block()).isZero();
		assertThat(SECOND.doneOf("c")).isEqualTo(List.of("c1", "c2"));
	}

	@Test
	void aHandlerThatNeverEndsHoldsUpNoOtherKey() {
		FIRST.work = fact -> fact.key().equals("d") ? Mono.never() : Mono.empty();
		tell("d", 1);
		await().until(() -> FIRST.told.contains("d1"));
		tell("e", 1);
		await().atMost(Duration.ofSeconds(5)).until(() -> FIRST.done.contains("e1"));
	}

	@Test
	void aFactThatNobodyHandlesIsForgotten() {
		hub.execute("insert into outbox (key, type, body) values ('f', 'Unheard', '{}')");
		tell("f", 1);
		await().until(() -> FIRST.done.contains("f1"));
	}

	@Test
	void whatIsToldInOneRunIsNotedInItsOrder() {
		tell("g", IntStream.rangeClosed(1, 50).toArray());
		await().until(() -> FIRST.doneOf("g").size() == 50);
		assertThat(FIRST.doneOf("g")).isEqualTo(IntStream.rangeClosed(1, 50).mapToObj(number -> "g" + number).toList());
		await().until(() -> hub
			.query("select count(*) from outbox_delivery where key = 'g' and handler = 'test.first' and state = 'DONE'")
			.equals("50"));
		assertThat(FIRST.timesTold("g50")).isEqualTo(1);
	}

	/** How often each fact of a key was tried with the first handler. */
	private static String attempts(String key) {
		return hub.query("select string_agg(attempts::text, ',' order by outbox_id) from outbox_delivery where key = '"
				+ key + "' and handler = 'test.first'");
	}

	private static void tell(String key, int... numbers) {
		Outbox outbox = hub.bean(Outbox.class);
		for (int number : numbers) {
			outbox.append(new Told(key, number)).block();
		}
		outbox.nudge();
	}

	/**
	 * The listeners as beans.
	 */
	static final class Listeners {

		@Bean
		FactHandler<Told> first() {
			return FIRST;
		}

		@Bean
		FactHandler<Told> second() {
			return SECOND;
		}

	}

}
