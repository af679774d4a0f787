package org.gongyu.rush;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.gongyu.Hub;
import org.gongyu.PlantedBug;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The history checker finds what is broken on purpose: each run is the calm rush with one
 * guard taken out.
 */
class RushPlantedBugsTests {

	private static final List<Integer> SOME = IntStream.range(0, 600).boxed().toList();

	@Test
	void anOversoldSlotIsFound() {
		try (Hub hub = Hub.start("gongyu.inventory.scripts=" + PlantedBug.HOLD_WITHOUT_GUARD.scripts())) {
			hub.execute("alter table pool_seats drop constraint never_oversold");
			hub.execute(PlantedBug.LEDGER_WITHOUT_GUARD.planted());
			assertThat(broken(hub, hub, Rush.Manners.CALM)).anyMatch(each -> each.startsWith("C1"));
		}
	}

	@Test
	void aDecisionBeforeTheLockIsFound() {
		try (Hub one = Hub.start(); Hub two = Hub.on(one.database())) {
			one.execute(PlantedBug.SNAPSHOT_BEFORE_LOCK.planted());
			// It takes two that come within the same moment.
			assertThat(IntStream.range(0, 8)
				.mapToObj(round -> broken(one, two, new Rush.Manners(0, 0, 0.3)))
				.anyMatch(found -> !found.isEmpty())).isTrue();
		}
	}

	@Test
	void aBookingThatIsLostAfterItWasConfirmedIsFound() {
		try (Hub hub = Hub.start()) {
			hub.execute(PlantedBug.ACK_BEFORE_COMMIT.planted());
			assertThat(broken(hub, hub, Rush.Manners.CALM)).anyMatch(each -> each.startsWith("C2"));
		}
	}

	@Test
	void aConfirmThatBooksTwiceIsFound() {
		try (Hub hub = Hub.start()) {
			hub.execute("alter table booking drop constraint booking_hold_id_key");
			hub.execute(PlantedBug.NO_IDEMPOTENCY.planted());
			hub.execute(PlantedBug.NO_REPLAY.planted());
			RushScene scene = new RushScene(hub);
			Rush rush = scene.rush(hub::address, new Rush.Manners(0.5, 0, 0));
			Disposable losses = Flux.interval(Duration.ofMillis(5)).subscribe(tick -> scene.flushRedis());
			rush.run(SOME.subList(0, 60));
			losses.dispose();
			assertThat(new HistoryChecker(rush.history, scene.end(hub), true).check())
				.anyMatch(each -> each.startsWith("C3"));
		}
	}

	@Test
	void aSettleThatForgetsFinishedHoldsIsFound() {
		try (Hub hub = Hub.start("gongyu.inventory.scripts=" + PlantedBug.SETTLE_IGNORES_FINISHED.scripts())) {
			assertThat(broken(hub, hub, Rush.Manners.CALM)).anyMatch(each -> each.startsWith("C8"));
		}
	}

	private static List<String> broken(Hub one, Hub two, Rush.Manners manners) {
		RushScene scene = new RushScene(one);
		Rush rush = scene.rush(() -> (System.nanoTime() % 2 == 0) ? one.address() : two.address(), manners);
		rush.run(SOME);
		return new HistoryChecker(rush.history, scene.end(one), false).check();
	}

}
