package org.gongyu.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Delivers facts to their handlers, at least once and in order per key: each fact gets
 * one delivery for each handler of its type; of a handler and key a run of the oldest
 * open ones is taken and delivered one after the other; a failed one is due again after a
 * growing pause, until a bounded number of failures makes it a dead letter. A handler
 * that takes longer than its lease has failed, but is not stopped: it may be in the
 * middle of a statement.
 */
@Component
class OutboxRelay {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private static final int SWEPT = 1000;

	private final OutboxRows rows;

	private final Outbox outbox;

	private final Map<String, FactHandler<?>> handlers;

	private final JsonMapper json;

	private final Detached detached;

	private final HubProperties.Delivery delivery;

	/** Shorter than the lease, after which another node may take the delivery. */
	private final Duration patience;

	OutboxRelay(OutboxRows rows, Outbox outbox, List<FactHandler<?>> handlers, JsonMapper json, Detached detached,
			HubProperties properties) {
		this.rows = rows;
		this.outbox = outbox;
		this.handlers = handlers.stream().collect(Collectors.toMap(FactHandler::name, Function.identity()));
		this.json = json;
		this.detached = detached;
		this.delivery = properties.outbox();
		this.patience = this.delivery.lease().multipliedBy(9).dividedBy(10);
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.detached.on("outbox", Flux.merge(this.outbox.nudges(), Flux.interval(this.delivery.poll())),
				this::deliverAll);
		this.detached.on("outbox retention", Flux.interval(this.delivery.sweep()), this::forgetAll);
	}

	private Mono<Void> forgetAll() {
		return this.rows.forget(this.delivery.keep(), SWEPT)
			.flatMap(forgotten -> forgotten < SWEPT ? Mono.empty() : forgetAll());
	}

	/**
	 * Delivers what is due until nothing is.
	 */
	Mono<Void> deliverAll() {
		HubProperties.Delivery limits = this.delivery;
		return this.rows.fanOut(List.copyOf(this.handlers.values()), limits.batch() * limits.run())
			.then(Mono.defer(() -> this.rows.take(limits.batch(), limits.run(), limits.lease()).collectList()))
			.flatMap(due -> due.isEmpty() ? Mono.empty() : deliver(due).then(Mono.defer(this::deliverAll)));
	}

	private Mono<Void> deliver(List<OutboxRows.Delivery> due) {
		long end = System.nanoTime() + this.patience.toNanos();
		return Flux.fromIterable(runs(due)).flatMap(run -> deliver(run, end), this.delivery.batch()).then();
	}

	/** What one handler is told of one key, the oldest first. */
	private static Collection<List<OutboxRows.Delivery>> runs(List<OutboxRows.Delivery> due) {
		return due.stream()
			.sorted(Comparator.comparingLong(OutboxRows.Delivery::id))
			.collect(Collectors.groupingBy(each -> List.of(each.handler(), each.key())))
			.values();
	}

	/**
	 * Delivers a run up to the first failure, or as far as the time goes. What is behind
	 * has its turn after that; what was told is noted at once for all of it, so that a
	 * node that dies may have told it in vain.
	 */
	private Mono<Void> deliver(List<OutboxRows.Delivery> run, long end) {
		long last = end - this.patience.toNanos() / 2;
		return Flux.fromIterable(run)
			.takeWhile(due -> due.equals(run.get(0)) || System.nanoTime() < last)
			.concatMap(due -> deliver(due, Duration.ofNanos(end - System.nanoTime())), 0)
			.takeUntil(told -> !told)
			.collectList()
			.flatMap(results -> note(run, results));
	}

	private Mono<Void> note(List<OutboxRows.Delivery> run, List<Boolean> results) {
		int told = (int) results.stream().filter(done -> done).count();
		Mono<Void> done = (told > 0) ? this.rows.done(run.subList(0, told)) : Mono.empty();
		List<OutboxRows.Delivery> untried = run.subList(results.size(), run.size());
		return done.then(Mono.defer(() -> untried.isEmpty() ? Mono.empty() : this.rows.giveBack(untried)));
	}

	private Mono<Boolean> deliver(OutboxRows.Delivery due, Duration left) {
		FactHandler<?> handler = this.handlers.get(due.handler());
		if (handler == null) {
			return this.rows.failed(due, "no such handler on this node", this.delivery.attempts()).thenReturn(false);
		}
		return this.detached.run(Mono.defer(() -> handle(handler, due.body())))
			.timeout(left)
			.thenReturn(true)
			.onErrorResume(error -> fail(due, error));
	}

	private <F extends Fact> Mono<Void> handle(FactHandler<F> handler, String body) {
		return handler.on(this.json.readValue(body, handler.type()));
	}

	private Mono<Boolean> fail(OutboxRows.Delivery due, Throwable error) {
		log.warn("{} could not handle fact {}: {}", due.handler(), due.id(), error.toString());
		return this.rows.failed(due, error.toString(), this.delivery.attempts()).thenReturn(false);
	}

}
