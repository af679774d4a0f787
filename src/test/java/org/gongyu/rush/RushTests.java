package org.gongyu.rush;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.gongyu.Hub;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * 2,000 parties at the 100 seats of one slot, over HTTP: at rest exactly 100 seats are
 * booked, every loser was told so, and the history checker finds no broken promise; also
 * with faults half-way.
 */
class RushTests {

	@Test
	void exactlyAllSeatsAreSold() {
		try (Hub hub = Hub.start()) {
			RushScene scene = new RushScene(hub);
			Rush rush = scene.rush(hub::address, Rush.Manners.CALM);
			rush.run(RushScene.everybody());
			assertSold(rush, scene.end(hub), false);
		}
	}

	@Test
	void repliesAreLostAndAskedForAgain() {
		try (Hub hub = Hub.start()) {
			RushScene scene = new RushScene(hub);
			Rush rush = scene.rush(hub::address, new Rush.Manners(0.2, 0, 0));
			rush.run(RushScene.everybody());
			assertSold(rush, scene.end(hub), false);
		}
	}

	@Test
	void clientsDisconnectWhileTheirRequestIsUnderWay() {
		try (Hub hub = Hub.start()) {
			RushScene scene = new RushScene(hub);
			Rush rush = scene.rush(hub::address, new Rush.Manners(0, 0.2, 0));
			rush.run(RushScene.everybody());
			assertSold(rush, scene.end(hub), false);
		}
	}

	@Test
	void redisIsFlushedHalfWay() {
		try (Hub hub = Hub.start()) {
			RushScene scene = new RushScene(hub);
			Rush rush = scene.rush(hub::address, Rush.Manners.CALM);
			runWithFault(rush, scene::flushRedis);
			assertSold(rush, scene.end(hub), true);
		}
	}

	@Test
	void theHubIsKilledAndStartedAgainHalfWay() {
		AtomicReference<Hub> hub = new AtomicReference<>(Hub.start("server.shutdown=immediate"));
		String database = hub.get().database();
		String port = "server.port=" + hub.get().port();
		try {
			RushScene scene = new RushScene(hub.get());
			String address = hub.get().address();
			Rush rush = scene.rush(() -> address, Rush.Manners.CALM);
			runWithFault(rush, () -> {
				hub.get().close();
				hub.set(Hub.on(database, port));
			});
			assertSold(rush, scene.end(hub.get()), true);
		}
		finally {
			hub.get().close();
		}
	}

	@Test
	void twoNodesShareOneSlot() {
		try (Hub one = Hub.start(); Hub two = Hub.on(one.database())) {
			RushScene scene = new RushScene(one);
			Rush rush = scene.rush(() -> (System.nanoTime() % 2 == 0) ? one.address() : two.address(),
					Rush.Manners.CALM);
			rush.run(RushScene.everybody());
			assertSold(rush, scene.end(two), false);
		}
	}

	@Test
	void cancelsRaceConfirms() {
		try (Hub hub = Hub.start()) {
			RushScene scene = new RushScene(hub);
			Rush rush = scene.rush(hub::address, new Rush.Manners(0, 0, 0.3));
			List<Integer> losers = rush.run(RushScene.everybody());
			Rush again = new Rush(hub::address, scene.slot, scene.tokens, Rush.Manners.CALM);
			again.run(losers);
			again.history.ops().forEach(rush.history::add);
			History.End end = scene.end(hub);
			assertThat(end.booked()).isEqualTo(RushScene.SEATS);
			assertThat(new HistoryChecker(rush.history, end, true).check()).isEmpty();
		}
	}

	/**
	 * Lost replies, disconnects and cancels while Redis is flushed and the hub restarts.
	 * A cancel whose settle died with the hub frees its seats in the image once that is
	 * not believed any more, so the losers keep asking. A party that the ledger refused
	 * keeps its hold until its deadline; such seats are promised, not idle.
	 */
	@TestFactory
	Stream<DynamicTest> everythingGoesWrongAtOnce() {
		return IntStream.rangeClosed(1, Integer.getInteger("gongyu.rounds", 1))
			.mapToObj(round -> DynamicTest.dynamicTest("round " + round, RushTests::everythingOnce));
	}

	private static void everythingOnce() {
		AtomicReference<Hub> hub = new AtomicReference<>(Hub.start("server.shutdown=immediate"));
		String database = hub.get().database();
		String port = "server.port=" + hub.get().port();
		try {
			RushScene scene = new RushScene(hub.get());
			String address = hub.get().address();
			Rush rush = scene.rush(() -> address, new Rush.Manners(0.1, 0.1, 0.2));
			List<Integer> losers = runWithFault(rush, () -> {
				scene.flushRedis();
				hub.get().close();
				hub.set(Hub.on(database, port));
			});
			List<Integer> waiting = new ArrayList<>(losers.subList(0, Math.min(200, losers.size())));
			Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofSeconds(3)).until(() -> {
				Rush again = new Rush(() -> address, scene.slot, scene.tokens, Rush.Manners.CALM);
				waiting.retainAll(again.run(List.copyOf(waiting)));
				again.history.ops().forEach(rush.history::add);
				History.End end = scene.end(hub.get());
				return end.booked() + end.live() >= RushScene.SEATS;
			});
			assertThat(new HistoryChecker(rush.history, scene.end(hub.get()), true).check()).isEmpty();
		}
		finally {
			hub.get().close();
		}
	}

	/**
	 * Does the fault once some parties have their answer; a thread of its own, for it may
	 * block. It is over when this answers.
	 */
	static List<Integer> runWithFault(Rush rush, Runnable fault) {
		AtomicInteger answeredBefore = new AtomicInteger(RushScene.PARTIES);
		Thread thread = new Thread(() -> {
			Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> rush.answered.get() >= 50);
			answeredBefore.set(rush.answered.get());
			fault.run();
		}, "fault");
		thread.start();
		List<Integer> losers = rush.run(RushScene.everybody());
		assertThatNoException().isThrownBy(() -> thread.join(60_000));
		assertThat(answeredBefore.get()).as("the fault came while parties were waiting").isLessThan(RushScene.PARTIES);
		return losers;
	}

	static void assertSold(Rush rush, History.End end, boolean faults) {
		assertThat(new HistoryChecker(rush.history, end, faults).check()).isEmpty();
		assertThat(end.booked()).isEqualTo(RushScene.SEATS);
		assertThat(rush.history.ops()).filteredOn(op -> op.result() == History.Result.REFUSED)
			.extracting(History.Op::code)
			.containsOnly("SOLD_OUT");
	}

}
