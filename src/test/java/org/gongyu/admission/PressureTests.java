package org.gongyu.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a queue stands.
 */
class PressureTests {

	private static final UUID SLOT = new UUID(0, 1);

	private final AtomicInteger stood = new AtomicInteger();

	private static Pressure pressure(String least, String delay, String standing) {
		return new Pressure(new Binder(new MapConfigurationPropertySource(Map.of("gongyu.admission.under-way", least,
				"gongyu.admission.delay", delay, "gongyu.admission.standing", standing)))
			.bind("gongyu.admission", AdmissionProperties.class)
			.get());
	}

	private void hold(Pressure pressure) {
		pressure.counted(SLOT, Mono.just(true), this.stood::incrementAndGet).block();
	}

	@Test
	void aQueueStandsOnlyWhileNoneIsQuickAndManyAreThere() throws InterruptedException {
		Pressure few = pressure("1", "0s", "0s");
		hold(few);
		assertThat(this.stood).hasValue(0);
		Pressure quick = pressure("0", "1m", "0s");
		hold(quick);
		assertThat(this.stood).hasValue(0);
		Pressure slow = pressure("0", "0s", "30ms");
		hold(slow);
		assertThat(this.stood).hasValue(0);
		Thread.sleep(40);
		hold(slow);
		hold(slow);
		assertThat(this.stood).hasValue(1);
	}

	@Test
	void whoGoesAwayIsNotUnderWayAnyMore() {
		Pressure pressure = pressure("2", "0s", "0s");
		List<Disposable> waiting = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			waiting.add(pressure.counted(SLOT, Sinks.one().asMono(), this.stood::incrementAndGet).subscribe());
		}
		hold(pressure);
		assertThat(this.stood).hasValue(1);
		waiting.forEach(Disposable::dispose);
		hold(pressure);
		assertThat(this.stood).hasValue(1);
	}

}
