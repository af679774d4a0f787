package org.gongyu.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.gongyu.platform.Detached;
import org.gongyu.platform.Outcome;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Sign-ins in turn: so many at once, the others in their order, one more than the queue
 * holds is refused, and whoever goes away or fails holds up nobody.
 */
class TurnsTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final Turns turns = new Turns(properties(1, 2), new Detached());

	private static AccountProperties properties(int threads, int queue) {
		return new AccountProperties(SOON, 1, SOON, SOON, 1, SOON, 0,
				new AccountProperties.Hashing(1024, 1, threads, queue), false);
	}

	private final List<String> order = new ArrayList<>();

	private Mono<Outcome<String>> work(String name, Sinks.Empty<Void> until) {
		return this.turns.take(Mono.defer(() -> {
			this.order.add(name);
			return until.asMono().thenReturn(Outcome.done(name));
		}));
	}

	private static Sinks.Empty<Void> open() {
		Sinks.Empty<Void> sink = Sinks.empty();
		sink.tryEmitEmpty();
		return sink;
	}

	@Test
	void oneWaitsForTheOtherAndTheLastIsRefused() {
		Sinks.Empty<Void> first = Sinks.empty();
		Mono<Outcome<String>> one = work("one", first).cache();
		one.subscribe();
		Mono<Outcome<String>> two = work("two", open()).cache();
		two.subscribe();
		Mono<Outcome<String>> three = work("three", open()).cache();
		three.subscribe();
		assertThat(this.order).containsExactly("one");
		assertThat(work("four", open()).block(SOON)).isEqualTo(Outcome.refused(AccountRefusal.BUSY));
		first.tryEmitEmpty();
		assertThat(Objects.requireNonNull(three.block(SOON))).isEqualTo(Outcome.done("three"));
		assertThat(this.order).containsExactly("one", "two", "three");
	}

	@Test
	void whoGoesAwayOrFailsHoldsUpNobody() {
		Sinks.Empty<Void> first = Sinks.empty();
		Disposable gone = work("one", first).subscribe();
		gone.dispose();
		first.tryEmitEmpty();
		Mono<Outcome<String>> broken = this.turns.take(Mono.error(new IllegalStateException("no database")));
		assertThatThrownBy(() -> broken.block(SOON)).hasMessage("no database");
		assertThat(work("two", open()).block(SOON)).isEqualTo(Outcome.done("two"));
	}

}
