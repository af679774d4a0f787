package org.gongyu;

import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import reactor.netty.resources.LoopResources;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The watch over the event loops is itself awake.
 */
class BlockingCallsTests {

	@Test
	void aBlockedEventLoopIsNoted() throws InterruptedException, ExecutionException {
		try (Hub hub = Hub.start()) {
			hub.bean(LoopResources.class).onServer(true).next().submit(() -> {
				Thread.sleep(1);
				return true;
			}).get();
		}
		assertThat(BlockingCalls.drain()).singleElement()
			.satisfies(call -> assertThat(call).hasMessageContaining("sleep"));
	}

}
