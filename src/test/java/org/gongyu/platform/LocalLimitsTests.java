package org.gongyu.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import org.gongyu.TestKeys;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a node counts by itself.
 */
class LocalLimitsTests {

	private Instant now = Instant.parse("2026-05-01T09:00:00Z");

	private final LocalLimits limits = new LocalLimits(properties(), clock());

	private static HubProperties properties() {
		return new Binder(
				new MapConfigurationPropertySource(Map.of("gongyu.secret", TestKeys.SECRET, "gongyu.vault-keys",
						TestKeys.vaultKeys(), "gongyu.limits.knock.acts", "3", "gongyu.limits.knock.period", "30s")))
			.bind("gongyu", HubProperties.class)
			.get();
	}

	private Clock clock() {
		return new Clock() {

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return LocalLimitsTests.this.now;
			}

		};
	}

	private int knocks(String who, int times) {
		int allowed = 0;
		for (int i = 0; i < times; i++) {
			allowed += this.limits.count("knock", who).fold(yes -> 1, no -> 0);
		}
		return allowed;
	}

	private int wait(String who) {
		return this.limits.count("knock", who).fold(yes -> 0, Refusal::retryAfterSeconds);
	}

	@Test
	void soManyAtOnceAndThenAsTimeGoesBy() {
		assertThat(knocks("a", 10)).isEqualTo(3);
		assertThat(knocks("b", 1)).isEqualTo(1);
		assertThat(wait("a")).isEqualTo(11);
		this.now = this.now.plus(Duration.ofSeconds(10));
		assertThat(knocks("a", 10)).isEqualTo(1);
		this.now = this.now.plus(Duration.ofHours(1));
		assertThat(knocks("a", 10)).isEqualTo(3);
	}

	@Test
	void whatIsNotConfiguredIsNotLimited() {
		assertThat(this.limits.count("other", "a")).isEqualTo(Outcome.done(true));
	}

}
