package org.gongyu.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.lettuce.core.RedisException;
import org.gongyu.platform.Detached;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.ReactiveRedisMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Tells watchers what is left of a slot. All watchers of a slot on this node share one
 * look; changes that come faster than the watch interval are told as one. While somebody
 * watches, this node touches the slot when its next hold expires; a slot that seems
 * silent is looked at again every 30 seconds.
 */
@Component
class Watchers {

	private static final Duration SILENCE = Duration.ofSeconds(30);

	private final SeatImage image;

	private final ImageKeeper keeper;

	private final LedgerCount ledger;

	private final Detached detached;

	private final Clock clock;

	private final Duration interval;

	private final ReactiveRedisMessageListenerContainer messages;

	private final Map<UUID, Flux<Availability>> watched = new ConcurrentHashMap<>();

	private final Map<UUID, Instant> touches = new ConcurrentHashMap<>();

	Watchers(SeatImage image, ImageKeeper keeper, LedgerCount ledger, Detached detached, Clock clock,
			InventoryProperties properties, ReactiveRedisConnectionFactory redis) {
		this.image = image;
		this.keeper = keeper;
		this.ledger = ledger;
		this.detached = detached;
		this.clock = clock;
		this.interval = properties.watchInterval();
		this.messages = new ReactiveRedisMessageListenerContainer(redis);
	}

	Flux<Availability> watch(UUID slot) {
		return Flux.defer(() -> this.watched.computeIfAbsent(slot, this::shared));
	}

	/**
	 * Counts the seats that are left, after asking the ledger where the image may not be
	 * believed.
	 */
	Mono<Availability> look(UUID slot) {
		return touch(slot).filter(look -> look.believed() && look.doubts().isEmpty())
			.switchIfEmpty(
					Mono.defer(() -> this.keeper.check(slot).filter(known -> known).flatMap(known -> touch(slot))))
			.doOnNext(look -> expect(slot, look.nextDeadline()))
			.map(ImageKeeper.Look::availability)
			.onErrorResume(RedisException.class, down -> this.ledger.count(slot));
	}

	/**
	 * Has the slot touched when its next hold expires, if somebody watches it.
	 */
	void expect(UUID slot, Instant deadline) {
		if (!this.watched.containsKey(slot) || deadline.toEpochMilli() == 0) {
			return;
		}
		Instant at = deadline.plusMillis(1);
		this.touches.compute(slot, (key, planned) -> {
			if (planned != null && !at.isBefore(planned)) {
				return planned;
			}
			Duration delay = Duration.between(this.clock.instant(), at);
			this.detached.startAfter(delay.isNegative() ? this.interval : delay, "touch", () -> touchAt(slot, at));
			return at;
		});
	}

	private Mono<Availability> touchAt(UUID slot, Instant at) {
		this.touches.remove(slot, at);
		return look(slot);
	}

	private Mono<ImageKeeper.Look> touch(UUID slot) {
		return this.image.touch(slot).filter(seen -> seen.is("SEEN")).map(seen -> ImageKeeper.Look.of(slot, seen));
	}

	private Flux<Availability> shared(UUID slot) {
		Flux<Long> hints = this.messages.receive(ChannelTopic.of(SeatImage.channel(slot))).map(message -> 0L);
		return Flux
			.merge(hints.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(1))),
					Flux.interval(Duration.ZERO, SILENCE))
			.onBackpressureLatest()
			.concatMap(hint -> spaced(slot), 0)
			.distinctUntilChanged(Availability::revision)
			.doFinally(end -> this.watched.remove(slot))
			.replay(1)
			.refCount(1, Duration.ofSeconds(5));
	}

	private Flux<Availability> spaced(UUID slot) {
		return look(slot).onErrorComplete().concatWith(Mono.delay(this.interval).then(Mono.empty()));
	}

}
