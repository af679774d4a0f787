package org.gongyu.overload;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many are let in.
 */
class RoomTests {

	private static final long TARGET = TimeUnit.MILLISECONDS.toNanos(100);

	private final Room room = new Room(10, 1000, TARGET);

	/** As many enter as find a place. */
	private int fill(Urgency urgency) {
		int entered = 0;
		while (this.room.has(urgency) && entered < 5000) {
			this.room.enter();
			entered++;
		}
		return entered;
	}

	private void leave(int count, long took, boolean telling) throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(110);
		for (int i = 0; i < count; i++) {
			this.room.leave(took, telling);
		}
	}

	@Test
	void placesAreKeptForWhatMattersMore() {
		assertThat(fill(Urgency.BROWSE)).isEqualTo(500);
		assertThat(fill(Urgency.HOLD)).isEqualTo(300);
		assertThat(fill(Urgency.CONFIRM)).isEqualTo(200);
		assertThat(this.room.has(Urgency.ALWAYS)).isTrue();
	}

	@Test
	void whileTheyTakeTooLongFewerAreLetInButNeverNobody() throws InterruptedException {
		leave(fill(Urgency.CONFIRM), 2 * TARGET, true);
		int fewer = fill(Urgency.CONFIRM);
		assertThat(fewer).isLessThan(850);
		for (int i = 0; i < 30; i++) {
			leave(fewer, 2 * TARGET, true);
			fewer = fill(Urgency.CONFIRM);
		}
		assertThat(fewer).isEqualTo(10);
	}

	@Test
	void whenTheyAreQuickAgainMoreAre() throws InterruptedException {
		for (int i = 0; i < 10; i++) {
			leave(fill(Urgency.CONFIRM), 2 * TARGET, true);
		}
		int fewest = fill(Urgency.CONFIRM);
		int few = fewest;
		for (int i = 0; i < 5; i++) {
			leave(few, TARGET / 2, true);
			few = fill(Urgency.CONFIRM);
		}
		assertThat(few).isGreaterThan(fewest);
	}

	@Test
	void howLongAConfirmWaitsForItsBatchSaysNothing() throws InterruptedException {
		leave(fill(Urgency.CONFIRM), 100 * TARGET, false);
		assertThat(fill(Urgency.CONFIRM)).isEqualTo(1000);
	}

}
